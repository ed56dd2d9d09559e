package io.hellowire.certs.read;

import java.security.PublicKey;
import org.jspecify.annotations.Nullable;

/** What stands beside the algorithm in a public key (SubjectPublicKeyInfo, RFC 5280 section 4.1.2.7). */
public final class KeyParameters {

    private KeyParameters() {}

    /** The object identifier that stands there, such as that of a curve; {@code null} if none does. */
    public static @Nullable String identifier(PublicKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded == null) {
            return null;
        }
        try {
            Der algorithm = new Der(encoded).enter(Der.SEQUENCE).enter(Der.SEQUENCE);
            algorithm.enter(Der.OBJECT_IDENTIFIER);
            return algorithm.tag() == Der.OBJECT_IDENTIFIER ? algorithm.objectIdentifier() : null;
        } catch (UnreadableException e) {
            return null;
        }
    }
}
