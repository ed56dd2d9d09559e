package io.hellowire.client.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.hellowire.certs.write.CertificatesPem;
import io.hellowire.client.step.StepException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;

/** The file that the server's certificates are saved in, as PEM, RFC 7468. */
final class CertificatesFile {

    private CertificatesFile() {}

    /** Writes certificates to a file, in order. */
    public static void write(Path file, List<X509Certificate> certificates) throws StepException {
        try {
            Files.writeString(file, CertificatesPem.of(certificates), US_ASCII);
        } catch (IOException e) {
            throw FileFailure.notWritten(file.toString(), e);
        }
    }
}
