package io.hellowire.certs.read;

import java.security.cert.X509Certificate;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * How a certificate names keys: its own and its issuer's (RFC 5280 sections 4.2.1.1 and 4.2.1.2).
 *
 * @param own that of its own key, in hexadecimal; {@code null} if it does not say
 * @param issuers that of the key that signed it, in hexadecimal; {@code null} if it does not say
 */
public record KeyIdentifiers(@Nullable String own, @Nullable String issuers) {

    private static final String OWN = "2.5.29.14";
    private static final String ISSUERS = "2.5.29.35";
    private static final int KEY = 0x80;

    /** Reads those of a certificate. */
    public static KeyIdentifiers of(X509Certificate certificate) {
        return new KeyIdentifiers(
                own(certificate.getExtensionValue(OWN)), issuers(certificate.getExtensionValue(ISSUERS)));
    }

    private static @Nullable String own(byte @Nullable [] extension) {
        try {
            return extension == null ? null : hex(content(extension).enter(Der.OCTET_STRING));
        } catch (UnreadableException e) {
            return null;
        }
    }

    private static @Nullable String issuers(byte @Nullable [] extension) {
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
