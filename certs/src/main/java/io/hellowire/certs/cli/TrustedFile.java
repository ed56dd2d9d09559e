package io.hellowire.certs.cli;

import io.hellowire.cli.ShellWord;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Set;

/**
 * A certificate to trust, and the words that commands about it need.
 *
 * @param path where it is, absolute
 * @param certificate what it is
 */
record TrustedFile(Path path, X509Certificate certificate) {

    boolean isAuthority() {
        return certificate.getBasicConstraints() >= 0;
    }

    /** Whether it has name constraints that a client must understand or refuse. */
    boolean insistsOnLimits() {
        Set<String> critical = certificate.getCriticalExtensionOIDs();
        return critical != null && critical.contains("2.5.29.30");
    }

    /** The path as a word for a shell. */
    String word() {
        return ShellWord.of(path);
    }

    /** A name of its own in every store, so that a second authority does not replace the first. */
    String alias() {
        return alias(certificate);
    }

    /** The same for a certificate that is in no file. */
    static String alias(X509Certificate certificate) {
        String fingerprint = Report.fingerprint(certificate).replace(":", "").toLowerCase(Locale.ROOT);
        return "hellowire-" + fingerprint.substring(0, 8);
    }

    /**
     * What Chromium's database is told: trust it to sign servers, or trust this very server. Firefox believes a server
     * that signed itself only if it is trusted to sign, {@code C}.
     */
    String chromiumTrust() {
        return isAuthority() ? "C,," : "P,,";
    }
}
