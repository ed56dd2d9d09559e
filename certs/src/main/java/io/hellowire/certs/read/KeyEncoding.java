package io.hellowire.certs.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The encodings of a private key, told from each other by their structure. */
enum KeyEncoding {
    PKCS8,
    ENCRYPTED_PKCS8,
    PKCS1,
    SEC1;

    private static final int INTEGERS_OF_RSA = 9;

    /** What this DER is, or {@code null} if it is none of them. */
    static @Nullable KeyEncoding of(byte[] der) {
        List<Integer> tags;
        try {
            tags = new Der(der).enter(Der.SEQUENCE).tags();
        } catch (UnreadableException e) {
            return null;
        }
        if (tags.equals(List.of(Der.SEQUENCE, Der.OCTET_STRING))) {
            return ENCRYPTED_PKCS8;
        }
        if (tags.size() < 2 || tags.get(0) != Der.INTEGER) {
            return null;
        }
        if (tags.get(1) == Der.OCTET_STRING) {
            return SEC1;
        }
        if (tags.size() > 2 && tags.get(1) == Der.SEQUENCE && tags.get(2) == Der.OCTET_STRING) {
            return PKCS8;
        }
        boolean rsa = tags.size() >= INTEGERS_OF_RSA
                && tags.stream().limit(INTEGERS_OF_RSA).allMatch(tag -> tag == Der.INTEGER);
        return rsa ? PKCS1 : null;
    }

    static KeyEncoding ofLabel(String label) {
        return switch (label) {
            case "ENCRYPTED PRIVATE KEY" -> ENCRYPTED_PKCS8;
            case "RSA PRIVATE KEY" -> PKCS1;
            case "EC PRIVATE KEY" -> SEC1;
            default -> PKCS8;
        };
    }
}
