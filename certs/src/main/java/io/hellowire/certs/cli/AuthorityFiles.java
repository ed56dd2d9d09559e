package io.hellowire.certs.cli;

import io.hellowire.certs.CertificateFileException;
import io.hellowire.certs.CertificateLoader;
import io.hellowire.certs.Identity;
import io.hellowire.certs.Passphrase;
import io.hellowire.certs.issue.Authority;
import io.hellowire.certs.write.Destination;
import io.hellowire.certs.write.Destination.IfPresent;
import io.hellowire.certs.write.Format;
import io.hellowire.certs.write.Material;
import io.hellowire.cli.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A directory that holds an authority: {@code ca.pem}, which the world may see, and {@code ca-key.pem}, which nobody may.
 *
 * @param directory where they are
 */
record AuthorityFiles(Path directory) {

    static final String NAME = "ca";

    Path certificate() {
        return directory.resolve(NAME + ".pem").normalize();
    }

    private Path key() {
        return directory.resolve(NAME + "-key.pem").normalize();
    }

    List<Path> write(Authority authority, IfPresent ifPresent) throws IOException {
        return new Destination(directory, NAME, List.of(Format.PEM), ifPresent)
                .write(new Material(
                        authority.identity().key(), authority.identity().chain()));
    }

    Authority load() throws IOException {
        Destination.finishInterrupted(directory);
        if (!Files.exists(certificate())) {
            throw new CertificateFileException(
                    certificate(), "not there", "an authority, made by: " + Tool.CERTS.typed() + " ca -o " + directory);
        }
        Identity identity = new CertificateLoader(Passphrase.none()).loadPair(certificate(), key());
        try {
            return Authority.of(identity);
        } catch (IllegalArgumentException e) {
            throw new CertificateFileException(certificate(), "no authority's certificate", "CA:TRUE", e);
        }
    }
}
