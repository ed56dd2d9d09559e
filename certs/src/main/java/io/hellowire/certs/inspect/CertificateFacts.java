package io.hellowire.certs.inspect;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate says, in plain values.
 *
 * @param subject whose it is, RFC 2253 text; may be empty
 * @param issuer who signed it, RFC 2253 text
 * @param serial its serial number
 * @param notBefore when it starts to be valid
 * @param notAfter the last moment at which it is valid
 * @param names whom it stands for
 * @param key its public key
 * @param signature how it is signed, such as {@code SHA256withECDSA}
 * @param keyUsage what the key may do, in the words of RFC 5280; {@code null} if nothing is said, so that all is allowed
 * @param purposes extended key usage, such as {@code serverAuth}; {@code null} if nothing is said
 * @param extensions what else limits what it may do
 * @param selfSigned whether it names itself as its issuer, and its own key signed it
 * @param sha256 the fingerprint, pairs of hexadecimal digits with colons
 */
public record CertificateFacts(
        String subject,
        String issuer,
        SerialNumber serial,
        Instant notBefore,
        Instant notAfter,
        SubjectNames names,
        KeyFacts key,
        String signature,
        @Nullable List<String> keyUsage,
        @Nullable List<String> purposes,
        ExtensionFacts extensions,
        boolean selfSigned,
        String sha256) {

    /** Reads a certificate. */
    public static CertificateFacts of(X509Certificate certificate) {
        return new CertificateFacts(
                certificate.getSubjectX500Principal().getName(),
                certificate.getIssuerX500Principal().getName(),
                SerialNumber.of(certificate),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                SubjectNames.of(certificate),
                KeyFacts.of(certificate.getPublicKey()),
                certificate.getSigAlgName(),
                Usages.keyUsage(certificate),
                purposes(certificate),
                ExtensionFacts.of(certificate),
                TrustPath.isSelfIssued(certificate) && TrustPath.isSignedBy(certificate, certificate),
                fingerprint(certificate));
    }

    /** How long it is valid, from the first second through the last (RFC 5280 section 4.1.2.5). */
    public Duration lifetime() {
        return Duration.between(notBefore, notAfter).plusSeconds(1);
    }

    /** Whether it may sign others: CA:TRUE. */
    public boolean authority() {
        return extensions.authority();
    }

    /** Whether it names itself as its issuer; whose key signed it is another question. */
    boolean isSelfIssued() {
        return subject.equals(issuer);
    }

    /** Whether the key may do this, as far as the certificate says. */
    boolean allows(String usage) {
        return keyUsage == null || keyUsage.contains(usage);
    }

    private static @Nullable List<String> purposes(X509Certificate certificate) {
        try {
            return Usages.purposes(certificate.getExtendedKeyUsage());
        } catch (CertificateParsingException e) {
            return List.of("unreadable");
        }
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
}
