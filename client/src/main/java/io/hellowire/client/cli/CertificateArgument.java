package io.hellowire.client.cli;

import io.hellowire.certs.Passphrase;
import io.hellowire.cli.FileNameText;
import java.io.File;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code --cert} names: a file and, after a colon as with curl, perhaps its passphrase. A file whose name has the
 * colon in it comes first.
 *
 * @param file the certificate, and perhaps its key
 * @param passphrase the key's, or {@code null} if it does not stand there
 */
record CertificateArgument(Path file, @Nullable Passphrase passphrase) {

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:[\\\\/].*");

    static CertificateArgument parse(String text) {
        int colon = text.indexOf(':', DRIVE.matcher(text).matches() ? 2 : 0);
        if (colon < 0 || new File(text).exists()) {
            return new CertificateArgument(FileNameText.path(text), null);
        }
        return new CertificateArgument(
                FileNameText.path(text.substring(0, colon)), Passphrase.ofArgument(text.substring(colon + 1)));
    }
}
