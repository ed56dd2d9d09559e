package io.hellowire.certs.inspect;

import io.hellowire.certs.read.KeyParameters;
import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What kind of key a certificate is for.
 *
 * @param kind {@code RSA}, {@code RSA-PSS}, {@code EC}, {@code Ed25519}, or what the JDK calls it
 * @param bits its size; 0 where the kind says it all or the size is not known
 * @param curve its curve, such as {@code P-256}; {@code null} if it is no EC key
 */
public record KeyFacts(String kind, int bits, @Nullable String curve) {

    /** The curves that people have names for; the first three are those of the web. */
    private static final Map<String, String> CURVES = Map.of(
            "1.2.840.10045.3.1.7", "P-256",
            "1.3.132.0.34", "P-384",
            "1.3.132.0.35", "P-521",
            "1.3.132.0.33", "P-224",
            "1.2.840.10045.3.1.1", "P-192",
            "1.3.132.0.10", "secp256k1",
            "1.3.36.3.3.2.8.1.1.7", "brainpoolP256r1",
            "1.3.36.3.3.2.8.1.1.11", "brainpoolP384r1",
            "1.3.36.3.3.2.8.1.1.13", "brainpoolP512r1");

    static KeyFacts of(PublicKey key) {
        if (key instanceof RSAKey rsa) {
            return new KeyFacts(
                    key.getAlgorithm().equals("RSASSA-PSS") ? "RSA-PSS" : "RSA",
                    rsa.getModulus().bitLength(),
                    null);
        }
        if (key instanceof ECKey ec) {
            int bits = ec.getParams().getOrder().bitLength();
            String identifier = KeyParameters.identifier(key);
            String curve = identifier == null ? "explicit parameters" : CURVES.getOrDefault(identifier, identifier);
            return new KeyFacts("EC", bits, curve);
        }
        if (key instanceof EdECKey ed) {
            return new KeyFacts(ed.getParams().getName(), 0, null);
        }
        return new KeyFacts(key.getAlgorithm(), 0, null);
    }

    boolean isRsa() {
        return kind.equals("RSA");
    }

    /** As people say it: {@code RSA 2048}, {@code EC P-256}, {@code Ed25519}. */
    @Override
    public String toString() {
        if (curve != null) {
            return kind + " " + curve;
        }
        return bits == 0 ? kind : kind + " " + bits;
    }
}
