package io.hellowire.certs.cli;

import io.hellowire.certs.issue.CertificateProfile;
import io.hellowire.certs.issue.KeyType;
import io.hellowire.certs.issue.Reach;
import io.hellowire.certs.issue.Validity;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What one should know about what was asked for: it was made, but somebody will not like it. */
final class Notes {

    private Notes() {}

    static void aboutProfile(Report report, CertificateProfile profile) {
        if (profile.validity().days() > Validity.APPLE_DAYS) {
            report.note("macOS and iOS (Safari and all apps) refuse more than " + Validity.APPLE_DAYS
                    + " days, even when the certificate is trusted");
        }
        if (profile.keyType() == KeyType.ED25519) {
            report.note("browsers and Mbed TLS (ESP32, MicroPython) refuse ed25519; curl, OpenSSL and Java accept it");
        }
    }

    static void aboutAuthority(Report report, Reach reach) {
        if (reach == Reach.PRIVATE_NETWORKS) {
            report.note("Mbed TLS (ESP32, MicroPython) cannot load an authority with limits; --device-compat helps");
        }
        if (reach == Reach.UNLIMITED) {
            report.note("whoever gets its key can impersonate any web site to those who trust it");
        }
    }

    /** A key in a work tree is a key in the repository before long. */
    static void aboutPlace(Report report, Path directory) {
        for (Path above = directory.toAbsolutePath().normalize(); above != null; above = parent(above)) {
            if (Files.exists(above.resolve(".git"))) {
                report.note(above + " is a git work tree: keep the key out of it");
                return;
            }
        }
    }

    private static @Nullable Path parent(Path path) {
        return path.getParent();
    }
}
