package io.hellowire.certs.cli;

import io.hellowire.certs.write.Destination;
import io.hellowire.certs.write.Destination.IfPresent;
import io.hellowire.certs.write.Format;
import io.hellowire.certs.write.Material;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The certificates that a Linux system trusts: a directory for one's own, and a command that takes them over.
 *
 * @param anchors the directory
 * @param afterAdding the command to run when a file was added
 * @param afterRemoving the command to run when a file was removed
 */
record SystemStore(Path anchors, List<String> afterAdding, List<String> afterRemoving) implements TrustStore {

    SystemStore {
        afterAdding = List.copyOf(afterAdding);
        afterRemoving = List.copyOf(afterRemoving);
    }

    /** The store of Debian and what descends from it, or of Fedora and what descends from it. */
    static SystemStore ofThisMachine() throws IOException {
        if (!isRoot()) {
            throw new IOException("user: " + System.getProperty("user.name")
                    + " (expected: root on Linux, since the system's store is everyone's)");
        }
        Path debian = Path.of("/usr/local/share/ca-certificates");
        if (Files.isExecutable(Path.of("/usr/sbin/update-ca-certificates"))) {
            return new SystemStore(
                    debian, List.of("update-ca-certificates"), List.of("update-ca-certificates", "--fresh"));
        }
        Path fedora = Path.of("/etc/pki/ca-trust/source/anchors");
        if (Files.isDirectory(fedora)) {
            List<String> extract = List.of("update-ca-trust", "extract");
            return new SystemStore(fedora, extract, extract);
        }
        throw new IOException("system store: not found (expected: update-ca-certificates or " + fedora + ")");
    }

    private static boolean isRoot() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self) && Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"));
    }

    @Override
    public Path install(X509Certificate certificate) throws IOException {
        Path file = file(certificate);
        Destination.of(file, Format.PEM, IfPresent.REPLACE).write(new Material(null, List.of(certificate)));
        new ExternalCommand(afterAdding, "ca-certificates").succeed();
        return file;
    }

    @Override
    public Path uninstall(X509Certificate certificate) throws IOException {
        Path file = file(certificate);
        Files.delete(file);
        new ExternalCommand(afterRemoving, "ca-certificates").succeed();
        return file;
    }

    private Path file(X509Certificate certificate) {
        return anchors.resolve(TrustedFile.alias(certificate) + ".crt");
    }
}
