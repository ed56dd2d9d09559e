package io.hellowire.certs.write;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Collectors;

/** Certificates as PEM, RFC 7468. */
public final class CertificatesPem {

    private CertificatesPem() {}

    /** The text of certificates, in order. */
    public static String of(List<X509Certificate> certificates) {
        return certificates.stream()
                .map(certificate -> PemLines.block("CERTIFICATE", FormatWriter.der(certificate)))
                .collect(Collectors.joining());
    }

    /** The lines between BEGIN and END: base64 of the DER. */
    public static String body(X509Certificate certificate) {
        return PemLines.body(FormatWriter.der(certificate));
    }
}
