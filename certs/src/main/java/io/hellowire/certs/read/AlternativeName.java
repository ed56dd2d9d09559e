package io.hellowire.certs.read;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/**
 * One subject alternative name as it stands in a certificate (RFC 5280 section 4.2.1.6). Not asked of the JDK, to which a
 * single name that it cannot read is as good as no name at all.
 *
 * @param kind the tag of GeneralName: {@link #DNS}, {@link #ADDRESS}, or 0 to 8 for the others
 * @param text the name; an address in any spelling; whatever whoever made the certificate wrote
 */
public record AlternativeName(int kind, String text) {

    /** A DNS name. */
    public static final int DNS = GeneralName.dNSName;

    /** An IP address. */
    public static final int ADDRESS = GeneralName.iPAddress;

    /** Not taken from Bouncy Castle, of which the server loads nothing only to ask this. */
    private static final String EXTENSION = "2.5.29.17";

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
        if (extension == null) {
            return List.of();
        }
        try {
            byte[] names = ASN1OctetString.getInstance(extension).getOctets();
            return Stream.of(GeneralNames.getInstance(names).getNames())
                    .map(AlternativeName::of)
                    .toList();
        } catch (RuntimeException e) {
            return List.of();
        }
    }

    private static AlternativeName of(GeneralName name) {
        if (name.getTagNo() == ADDRESS) {
            return new AlternativeName(
                    ADDRESS, address(ASN1OctetString.getInstance(name.getName()).getOctets()));
        }
        boolean isText = name.getName() instanceof ASN1String;
        String text = isText
                ? ((ASN1String) name.getName()).getString()
                : name.getName().toString();
        return new AlternativeName(name.getTagNo(), text);
    }

    private static String address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            return HexFormat.of().formatHex(bytes); // neither four bytes nor sixteen
        }
    }
}
