package io.hellowire.certs.read;

import java.security.cert.X509Certificate;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** How certificates name keys: their own and their issuer's (RFC 5280 sections 4.2.1.1 and 4.2.1.2). */
public final class KeyIdentifiers {

    private static final String OWN = "2.5.29.14";
    private static final String ISSUERS = "2.5.29.35";
    private static final int KEY = 0x80;

    private KeyIdentifiers() {}

    /** Of a certificate's own key, in hexadecimal; {@code null} if it does not say. */
    public static @Nullable String ownKey(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(OWN);
        try {
            return extension == null ? null : hex(content(extension).enter(Der.OCTET_STRING));
        } catch (UnreadableException e) {
            return null;
        }
    }

    /** Of the key that signed a certificate, in hexadecimal; {@code null} if it does not say. */
    public static @Nullable String issuerKey(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(ISSUERS);
        if (extension == null) {
            return null;
        }
        try {
            Der identifier = content(extension).enter(Der.SEQUENCE);
            return identifier.tag() == KEY ? hex(identifier.enter(KEY)) : null;
        } catch (UnreadableException e) {
            return null;
        }
    }

    private static Der content(byte[] extension) throws UnreadableException {
        return new Der(new Der(extension).enter(Der.OCTET_STRING).rest());
    }

    private static String hex(Der content) {
        return HexFormat.of().formatHex(content.rest());
    }
}
