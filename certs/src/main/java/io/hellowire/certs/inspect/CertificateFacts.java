package io.hellowire.certs.inspect;

import io.hellowire.certs.read.AnyCertificate;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate says, in plain values.
 *
 * @param subject whose it is, RFC 2253 text; may be empty
 * @param names whom it stands for
 * @param issuer who signed it, and how
 * @param validity when it is valid
 * @param key its public key
 * @param extensions what it may do, and what else its extensions say
 * @param encoding what can be said of its bytes
 */
public record CertificateFacts(
        String subject,
        SubjectNames names,
        Issuer issuer,
        ValidityPeriod validity,
        KeyFacts key,
        ExtensionFacts extensions,
        Encoding encoding) {

    /** Reads a certificate. */
    public static CertificateFacts of(X509Certificate certificate) {
        return new CertificateFacts(
                certificate.getSubjectX500Principal().getName(),
                SubjectNames.of(certificate),
                Issuer.of(certificate),
                new ValidityPeriod(
                        certificate.getNotBefore().toInstant(),
                        certificate.getNotAfter().toInstant()),
                KeyFacts.of(certificate.getPublicKey()),
                ExtensionFacts.of(certificate),
                new Encoding(fingerprint(certificate), AnyCertificate.objectionOfJava(certificate)));
    }

    /** Whether it may sign others: CA:TRUE. */
    public boolean authority() {
        return extensions.authority();
    }

    /** Whether it names itself as its issuer, and its own key signed it. */
    public boolean selfSigned() {
        return issuer.signedItself();
    }

    /** What its key may do, and what for. */
    public Usages usages() {
        return extensions.usages();
    }

    /** The fingerprint, pairs of hexadecimal digits with colons. */
    public String sha256() {
        return encoding.sha256;
    }

    /** Why Java's TLS cannot read it at all, in its words; {@code null} if it can. */
    public @Nullable String unreadableForJava() {
        return encoding.unreadableForJava;
    }

    /** Whether it names itself as its issuer; whose key signed it is another question. */
    boolean isSelfIssued() {
        return subject.equals(issuer.name());
    }

    /** The SHA-256 of a certificate, pairs of hexadecimal digits with colons. */
    public static String fingerprint(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("every JDK has SHA-256, and this certificate was decoded", e);
        }
    }

    /**
     * Who signed a certificate, and how.
     *
     * @param name RFC 2253 text
     * @param serial the number it gave the certificate
     * @param signature the algorithm, such as {@code SHA256withECDSA}
     * @param signedItself whether the certificate names itself as its issuer, and its own key signed it
     */
    public record Issuer(String name, SerialNumber serial, String signature, boolean signedItself) {

        static Issuer of(X509Certificate certificate) {
            return new Issuer(
                    certificate.getIssuerX500Principal().getName(),
                    SerialNumber.of(certificate),
                    certificate.getSigAlgName(),
                    TrustPath.isSelfIssued(certificate) && TrustPath.isSignedBy(certificate, certificate));
        }
    }

    /**
     * When a certificate is valid (RFC 5280 section 4.1.2.5).
     *
     * @param notBefore the first moment
     * @param notAfter the last second
     */
    public record ValidityPeriod(Instant notBefore, Instant notAfter) {

        /** From the first second through the last. */
        public Duration length() {
            return Duration.between(notBefore, notAfter).plusSeconds(1);
        }
    }

    /**
     * What can be said of the bytes of a certificate.
     *
     * @param sha256 the fingerprint, pairs of hexadecimal digits with colons
     * @param unreadableForJava why Java's TLS cannot read it at all, in its words; {@code null} if it can
     */
    public record Encoding(String sha256, @Nullable String unreadableForJava) {}
}
