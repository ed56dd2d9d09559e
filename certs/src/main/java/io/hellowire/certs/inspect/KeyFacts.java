package io.hellowire.certs.inspect;

import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;

/**
 * What kind of key a certificate is for.
 *
 * @param kind {@code RSA}, {@code EC}, {@code Ed25519}, or what the JDK calls it
 * @param bits its size; 0 where the kind says it all or the size is not known
 */
public record KeyFacts(String kind, int bits) {

    static KeyFacts of(PublicKey key) {
        if (key instanceof RSAKey rsa) {
            return new KeyFacts("RSA", rsa.getModulus().bitLength());
        }
        if (key instanceof ECKey ec) {
            return new KeyFacts("EC", ec.getParams().getOrder().bitLength());
        }
        if (key instanceof EdECKey ed) {
            return new KeyFacts(ed.getParams().getName(), 0);
        }
        return new KeyFacts(key.getAlgorithm(), 0);
    }

    boolean isRsa() {
        return kind.equals("RSA");
    }

    boolean isEc() {
        return kind.equals("EC");
    }

    /** As people say it: {@code RSA 2048}, {@code EC P-256}, {@code Ed25519}. */
    @Override
    public String toString() {
        if (bits == 0) {
            return kind;
        }
        return kind + (isEc() ? " P-" : " ") + bits;
    }
}
