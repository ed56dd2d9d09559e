package io.hellowire.certs.issue;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.jspecify.annotations.Nullable;

/**
 * Whom a certificate is about. Clients look for names in the {@link Names}; this is for people.
 *
 * @param text such as {@code C=US,ST=CA,O=Garage,CN=gate}, in the order in which it is encoded; a comma inside a value
 *     is written {@code \,}
 */
public record Subject(String text) {

    /** RFC 5280 appendix A.1: no common name, organization or unit is longer. */
    private static final int MAX_CHARACTERS = 64;

    public Subject {
        X500Name name = parse(text);
        if (name.getRDNs().length == 0 || !isText(name)) {
            throw malformed(text, null);
        }
        check(name);
    }

    /** A subject with a common name only. */
    public static Subject ofCommonName(String name) {
        X500Name subject =
                new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name).build();
        return new Subject(subject.toString());
    }

    /** What the tutorial puts into its certificates; its own values, but for the name. */
    public static Subject ofTutorial(String address) {
        String device = "iot49-" + address;
        return new Subject("C=US,ST=CA,L=San Francisco,O=MicroPython Webserver,OU=" + device + ",CN=" + device);
    }

    /** The same with one more word at the end of its last value, which tells it from others. */
    Subject followedBy(String word) {
        return new Subject(text + " " + word);
    }

    /** The subject of an existing certificate. */
    static Subject of(X509Certificate certificate) {
        try {
            X500Name name = new JcaX509CertificateHolder(certificate).getSubject();
            return new Subject(X500Name.getInstance(BCStyle.INSTANCE, name).toString());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was decoded can be encoded", e);
        }
    }

    private static X500Name parse(String text) {
        try {
            return new X500Name(BCStyle.INSTANCE, text);
        } catch (RuntimeException e) {
            // Bouncy Castle reads half a name with whatever exception comes to it.
            throw malformed(text, e);
        }
    }

    private static IllegalArgumentException malformed(String text, @Nullable RuntimeException cause) {
        return new IllegalArgumentException(
                "subject: \"" + text + "\" (expected: such as C=US,O=Garage,CN=gate)", cause);
    }

    /** A {@code #} begins a value that is encoded already, which may be anything. */
    private static boolean isText(X500Name name) {
        return Arrays.stream(name.getRDNs())
                .flatMap(part -> Arrays.stream(part.getTypesAndValues()))
                .allMatch(value -> value.getValue() instanceof ASN1String);
    }

    private static void check(X500Name name) {
        for (RDN part : name.getRDNs()) {
            for (AttributeTypeAndValue value : part.getTypesAndValues()) {
                check(value.getType(), IETFUtils.valueToString(value.getValue()));
            }
        }
    }

    private static void check(ASN1ObjectIdentifier type, String value) {
        if (type.equals(BCStyle.C) && !value.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("subject: C=" + value + " (expected: two capital letters)");
        }
        if (value.isEmpty() || value.length() > MAX_CHARACTERS) {
            throw new IllegalArgumentException(
                    "subject: \"" + value + "\" (expected: 1 to " + MAX_CHARACTERS + " characters)");
        }
    }

    X500Name encoded() {
        return parse(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
