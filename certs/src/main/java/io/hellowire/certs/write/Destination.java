package io.hellowire.certs.cli;

import io.hellowire.certs.Identity;
import io.hellowire.certs.issue.IdentityFiles;
import io.hellowire.certs.issue.IdentityFiles.IfPresent;
import io.hellowire.certs.issue.OutputFile;
import io.hellowire.certs.issue.OutputFile.Readers;
import io.hellowire.certs.write.Encoded;
import io.hellowire.certs.write.Format;
import io.hellowire.certs.write.FormatWriter;
import io.hellowire.certs.write.Material;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an identity goes, and in which formats.
 *
 * @param directory made if it is not there
 * @param name what the names of all files start with
 * @param formats each once, in the order asked for
 * @param ifPresent what to do about files that are there already
 */
record Destination(Path directory, String name, List<Format> formats, IfPresent ifPresent) {

    Destination {
        formats = List.copyOf(new LinkedHashSet<>(formats));
    }

    /** Writes all files, or none, with the key in the clear. */
    List<Path> write(Identity identity) throws IOException {
        return write(identity, null);
    }

    /** Writes all files, or none, with the key encrypted if there is a passphrase. */
    List<Path> write(Identity identity, char @Nullable [] passphrase) throws IOException {
        return write(new Material(identity.key(), identity.chain()), passphrase);
    }

    /** Writes all files, or none; without a key there is none to encrypt. */
    List<Path> write(Material material, char @Nullable [] passphrase) throws IOException {
        FormatWriter writer = new FormatWriter(passphrase);
        List<OutputFile> files = new ArrayList<>();
        for (Format format : formats) {
            for (Encoded encoded : writer.write(format, material)) {
                files.add(new OutputFile(
                        name + encoded.suffix() + "." + format.extension(),
                        encoded.content(),
                        encoded.holdsKey() ? Readers.OWNER : Readers.EVERYONE));
            }
        }
        return new IdentityFiles(directory, ifPresent)
                .write(files).stream().map(Path::normalize).toList();
    }
}
