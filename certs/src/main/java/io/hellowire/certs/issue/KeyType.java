package io.hellowire.certs.issue;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The kinds of key that a certificate is made for. */
public enum KeyType {
    /** RSA with 2048 bits: the tutorial's choice, accepted everywhere, slow to make on small machines. */
    RSA2048("RSA", 2048, "SHA256withRSA"),
    /** RSA with 3072 bits. */
    RSA3072("RSA", 3072, "SHA256withRSA"),
    /** RSA with 4096 bits. */
    RSA4096("RSA", 4096, "SHA256withRSA"),
    /** The NIST curve P-256: small, fast and accepted everywhere, so it is the default. */
    P256("EC", 256, "SHA256withECDSA"),
    /** The NIST curve P-384. */
    P384("EC", 384, "SHA384withECDSA"),
    /** Ed25519: refused by browsers and by Mbed TLS. */
    ED25519("Ed25519", 255, "Ed25519");

    private final String algorithm;
    private final int bits;
    private final String signature;

    KeyType(String algorithm, int bits, String signature) {
        this.algorithm = algorithm;
        this.bits = bits;
        this.signature = signature;
    }

    /**
     * The type of an existing key.
     *
     * @return {@code null} if it is of none of these types
     */
    public static @Nullable KeyType of(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return ofRsa(rsa.getModulus().bitLength());
        }
        if (key instanceof ECPublicKey ec) {
            return ofCurve(ec.getParams().toString());
        }
        return key instanceof EdECPublicKey ed && ed.getParams().getName().equals("Ed25519") ? ED25519 : null;
    }

    private static @Nullable KeyType ofRsa(int bits) {
        return switch (bits) {
            case 2048 -> RSA2048;
            case 3072 -> RSA3072;
            case 4096 -> RSA4096;
            default -> null;
        };
    }

    private static @Nullable KeyType ofCurve(String parameters) {
        if (parameters.contains("secp256r1")) {
            return P256;
        }
        return parameters.contains("secp384r1") ? P384 : null;
    }

    /** The name on the command line, such as {@code p256}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isRsa() {
        return algorithm.equals("RSA");
    }

    /** What a key of this type signs certificates with, as the JDK names it. */
    String signature() {
        return signature;
    }

    KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java makes no " + this + " keys", e);
        }
    }
}
