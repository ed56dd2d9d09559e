package io.hellowire.certs.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/**
 * One subject alternative name as it stands in a certificate (RFC 5280 section 4.2.1.6). Not asked of the JDK, to which a
 * single name that it cannot read is as good as no name at all.
 *
 * @param kind the tag of GeneralName: {@link #DNS}, {@link #ADDRESS}, or 0 to 8 for the others
 * @param text the name; an address in any spelling, or hexadecimal digits if it has neither four octets nor sixteen;
 *     whatever whoever made the certificate wrote
 */
public record AlternativeName(int kind, String text) {

    /** An e-mail address. */
    public static final int EMAIL = 1;

    /** A DNS name. */
    public static final int DNS = 2;

    /** A distinguished name. */
    public static final int DIRECTORY = 4;

    /** A URI. */
    public static final int URI = 6;

    /** An IP address. */
    public static final int ADDRESS = 7;

    /** Before an IPv4 address in sixteen octets, which Java would take for the same address in four. */
    public static final String MAPPED = "::ffff:";

    private static final String EXTENSION = "2.5.29.17";
    private static final int NUMBER = 0x1f;

    /** Whether a certificate says for which names it is. */
    public static boolean anyIn(X509Certificate certificate) {
        return certificate.getExtensionValue(EXTENSION) != null;
    }

    /** Whether the JDK can read all that there are; if not, it takes the certificate for one without any. */
    public static boolean areReadableForJava(X509Certificate certificate) {
        try {
            return !anyIn(certificate) || certificate.getSubjectAlternativeNames() != null;
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    /** All of a certificate; none if they are so damaged that nobody finds one. */
    public static List<AlternativeName> of(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(EXTENSION);
        List<AlternativeName> found = new ArrayList<>();
        if (extension == null) {
            return found;
        }
        try {
            Der names = new Der(new Der(extension).enter(Der.OCTET_STRING).rest()).enter(Der.SEQUENCE);
            while (names.tag() != Der.NONE) {
                found.add(next(names));
            }
        } catch (UnreadableException e) {
            return found; // as far as they can be read
        }
        return found;
    }

    /** Steps over one GeneralName. */
    static AlternativeName next(Der names) throws UnreadableException {
        int kind = names.tag() & NUMBER;
        byte[] content = names.enter(names.tag()).rest();
        return new AlternativeName(kind, text(kind, content));
    }

    private static String text(int kind, byte[] content) throws UnreadableException {
        return switch (kind) {
            case EMAIL, DNS, URI -> new String(content, ISO_8859_1);
            case DIRECTORY -> directory(content);
            case ADDRESS -> address(content);
            case 8 -> new Der(Der.encode(Der.OBJECT_IDENTIFIER, content)).objectIdentifier();
            default -> HexFormat.of().formatHex(content);
        };
    }

    private static String directory(byte[] content) {
        try {
            return new X500Principal(content).getName();
        } catch (IllegalArgumentException e) {
            return HexFormat.of().formatHex(content);
        }
    }

    private static String address(byte[] octets) {
        try {
            String text = InetAddress.getByAddress(octets).getHostAddress();
            return octets.length == 16 && text.indexOf(':') < 0 ? MAPPED + text : text;
        } catch (UnknownHostException e) {
            return HexFormat.of().formatHex(octets); // neither four octets nor sixteen
        }
    }
}
