package io.hellowire.certs;

import io.hellowire.wire.text.Printable;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with an identity for a server only, one line each: it can be loaded and used, and clients refuse it. */
public final class ServingWarnings {

    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    private static final String ANY = "2.5.29.37.0";

    private ServingWarnings() {}

    /** Those about this identity; mostly none. */
    public static List<String> of(Identity identity) {
        X509Certificate certificate = identity.certificate();
        List<String> lines = new ArrayList<>();
        if (certificate.getBasicConstraints() >= 0) {
            lines.add("is that of an authority, whose key should sign and not serve: Firefox and others refuse it"
                    + " (expected: a certificate that this authority signs)");
        }
        if (isForClientsOnly(certificate)) {
            lines.add("is for clients only (clientAuth): every client refuses it (expected: serverAuth)");
        } else if (!allowsServers(certificate)) {
            lines.add(
                    "is not for servers, says its extended key usage: every client refuses it (expected: serverAuth)");
        }
        String name = Chain.name(certificate);
        return lines.stream()
                .map(line -> Printable.withLetters("the certificate of " + name + " " + line))
                .toList();
    }

    static boolean isForClientsOnly(X509Certificate certificate) {
        List<String> purposes = purposes(certificate);
        return purposes.contains(CLIENT_AUTH) && !allowsServers(certificate);
    }

    private static boolean allowsServers(X509Certificate certificate) {
        List<String> purposes = purposes(certificate);
        return purposes.isEmpty() || purposes.contains(SERVER_AUTH) || purposes.contains(ANY);
    }

    /** Empty if it may be used for everything, or nobody can read what for. */
    private static List<String> purposes(X509Certificate certificate) {
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            return purposes == null ? List.of() : purposes;
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }
}
