package io.hellowire.certs.issue;

import io.hellowire.wire.text.AddressText;
import java.security.cert.X509Certificate;

/**
 * What to make: everything about a certificate but its key and its signer. Start from {@link #server} or
 * {@link #client} and change what must differ.
 *
 * @param subject whom it is about, for people
 * @param names what it stands for, for programs
 * @param keyType the kind of key to make for it
 * @param validity from when to when; may lie in the past or the future
 * @param purpose what it is for
 */
public record CertificateProfile(Subject subject, Names names, KeyType keyType, Validity validity, Purpose purpose) {

    public CertificateProfile {
        if (names.isEmpty() && purpose != Purpose.CLIENT) {
            throw new IllegalArgumentException("names: none (expected: at least one for a server)");
        }
    }

    /** A server for these names, with what browsers, curl, OpenSSL, Java and Mbed TLS all accept: P-256, 397 days. */
    public static CertificateProfile server(Names names) {
        return new CertificateProfile(
                subjectOf(names), names, KeyType.P256, Validity.ofDays(Validity.DEFAULT_DAYS), Purpose.SERVER);
    }

    /** A client that a server knows by this name. */
    public static CertificateProfile client(String name) {
        return new CertificateProfile(
                Subject.ofCommonName(name),
                Names.none(),
                KeyType.P256,
                Validity.ofDays(Validity.DEFAULT_DAYS),
                Purpose.CLIENT);
    }

    /**
     * The tutorial's certificate for a device known by its address: RSA, ten years, the address both as IP address and as
     * DNS name.
     */
    public static CertificateProfile tutorial(Names names) {
        Names both = names.withAddressesAsDnsNames();
        return new CertificateProfile(
                Subject.ofTutorial(both.texts().get(0)),
                both,
                KeyType.RSA2048,
                Validity.ofDays(3650),
                Purpose.TUTORIAL);
    }

    /**
     * What to make to get the same certificate once more: the same subject, names, key type, purpose and number of days.
     *
     * @throws IllegalArgumentException if it is an authority's, or of a kind that is not made here
     */
    public static CertificateProfile like(X509Certificate certificate) {
        return new ProfileReader(certificate).profile();
    }

    /** A bare address would be taken for a DNS name by those who check one authority's limits, hence the second word. */
    private static Subject subjectOf(Names names) {
        if (names.isEmpty()) {
            return Subject.ofCommonName("Hellowire");
        }
        String first = names.texts().get(0);
        boolean usable = AddressText.parse(first) == null && first.length() <= 64;
        return Subject.ofCommonName(usable ? first : "Hellowire " + first.substring(0, Math.min(50, first.length())));
    }

    /** The same for somebody else. */
    public CertificateProfile withSubject(Subject other) {
        return new CertificateProfile(other, names, keyType, validity, purpose);
    }

    /** The same for other names. */
    public CertificateProfile withNames(Names other) {
        return new CertificateProfile(subject, other, keyType, validity, purpose);
    }

    /** The same with another kind of key. */
    public CertificateProfile withKeyType(KeyType other) {
        return new CertificateProfile(subject, names, other, validity, purpose);
    }

    /** The same for another time. */
    public CertificateProfile withValidity(Validity other) {
        return new CertificateProfile(subject, names, keyType, other, purpose);
    }
}
