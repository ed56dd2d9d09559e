package io.hellowire.client.tls;

import io.hellowire.certs.read.AnyCertificate;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A public key that the server must have, by its fingerprint, as in curl's {@code --pinnedpubkey}.
 *
 * @param fingerprint the base64 form of the SHA-256 digest of the SubjectPublicKeyInfo
 */
public record PinnedKey(String fingerprint) {

    private static final String PREFIX = "sha256//";

    /** Reads {@code sha256//BASE64[;sha256//BASE64]...}. */
    public static List<PinnedKey> parse(String text) {
        List<PinnedKey> pins = new ArrayList<>();
        for (String part : text.split(";", -1)) {
            if (!part.startsWith(PREFIX) || !isDigest(part.substring(PREFIX.length()))) {
                throw new IllegalArgumentException(
                        "--pinnedpubkey: " + part + " (expected: sha256//BASE64 of 32 bytes)");
            }
            pins.add(new PinnedKey(part.substring(PREFIX.length())));
        }
        return pins;
    }

    private static boolean isDigest(String base64) {
        try {
            return Base64.getDecoder().decode(base64).length == 32;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The fingerprint of a certificate's key. */
    static PinnedKey of(X509Certificate certificate) {
        return new PinnedKey(Base64.getEncoder().encodeToString(sha256(AnyCertificate.publicKeyInfo(certificate))));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }

    /** As the user would write it. */
    @Override
    public String toString() {
        return PREFIX + fingerprint;
    }
}
