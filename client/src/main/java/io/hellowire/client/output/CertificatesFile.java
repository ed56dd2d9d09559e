package io.hellowire.client.output;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.hellowire.client.failure.StepException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/** Certificates as PEM, RFC 7468. */
public final class CertificatesFile {

    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private CertificatesFile() {}

    /** Writes certificates to a file, in order. */
    public static void write(Path file, List<X509Certificate> certificates) throws StepException {
        try {
            Files.writeString(file, pem(certificates), US_ASCII);
        } catch (IOException e) {
            throw NotWritten.to(file.toString(), e);
        }
    }

    /** The text of certificates, in order. */
    public static String pem(List<X509Certificate> certificates) {
        StringBuilder text = new StringBuilder();
        for (X509Certificate certificate : certificates) {
            try {
                text.append("-----BEGIN CERTIFICATE-----\n")
                        .append(BASE64.encodeToString(certificate.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException("a certificate that was read has an encoding", e);
            }
        }
        return text.toString();
    }
}
