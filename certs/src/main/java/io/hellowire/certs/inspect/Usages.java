package io.hellowire.certs.inspect;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate's key may do, and what for, in the words of RFC 5280.
 *
 * @param key the key usage; {@code null} if nothing is said, so that all is allowed
 * @param purposes the extended key usage, such as {@code serverAuth}; {@code null} if nothing is said
 */
public record Usages(@Nullable List<String> key, @Nullable List<String> purposes) {

    static final String DIGITAL_SIGNATURE = "digitalSignature";
    static final String KEY_ENCIPHERMENT = "keyEncipherment";
    static final String KEY_AGREEMENT = "keyAgreement";
    static final String KEY_CERT_SIGN = "keyCertSign";
    static final String SERVER_AUTH = "serverAuth";
    static final String ANY = "anyExtendedKeyUsage";

    /** In the order of their bits (section 4.2.1.3). */
    private static final List<String> KEY_USAGES = List.of(
            DIGITAL_SIGNATURE,
            "nonRepudiation",
            KEY_ENCIPHERMENT,
            "dataEncipherment",
            KEY_AGREEMENT,
            KEY_CERT_SIGN,
            "cRLSign",
            "encipherOnly",
            "decipherOnly");

    private static final Map<String, String> PURPOSES = Map.of(
            "1.3.6.1.5.5.7.3.1", SERVER_AUTH,
            "1.3.6.1.5.5.7.3.2", "clientAuth",
            "1.3.6.1.5.5.7.3.3", "codeSigning",
            "1.3.6.1.5.5.7.3.4", "emailProtection",
            "1.3.6.1.5.5.7.3.8", "timeStamping",
            "1.3.6.1.5.5.7.3.9", "OCSPSigning",
            "2.5.29.37.0", ANY);

    static Usages of(X509Certificate certificate) {
        return new Usages(key(certificate), purposes(certificate));
    }

    /** Whether the key may do this, as far as the certificate says. */
    boolean allow(String usage) {
        return key == null || key.contains(usage);
    }

    private static @Nullable List<String> key(X509Certificate certificate) {
        boolean[] bits = certificate.getKeyUsage();
        if (bits == null) {
            return null;
        }
        List<String> usages = new ArrayList<>();
        for (int i = 0; i < bits.length && i < KEY_USAGES.size(); i++) {
            if (bits[i]) {
                usages.add(KEY_USAGES.get(i));
            }
        }
        return List.copyOf(usages);
    }

    private static @Nullable List<String> purposes(X509Certificate certificate) {
        try {
            List<String> identifiers = certificate.getExtendedKeyUsage();
            return identifiers == null
                    ? null
                    : identifiers.stream()
                            .map(oid -> PURPOSES.getOrDefault(oid, oid))
                            .toList();
        } catch (CertificateParsingException e) {
            return List.of("unreadable");
        }
    }
}
