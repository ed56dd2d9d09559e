package io.hellowire.client.tls;

import io.hellowire.wire.Printable;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * One certificate of a chain, every text of it safe to print.
 *
 * @param subject whom it is about, RFC 2253
 * @param issuer who signed it, RFC 2253
 * @param serial its serial number in lower-case hexadecimal
 * @param names its subject alternative names, each with its kind: {@code DNS:example.com}
 * @param key kind and size of its key: {@code EC P-256}
 * @param signature how it was signed: {@code SHA256withRSA}
 * @param notBefore when it begins to be valid
 * @param notAfter when it ceases to be
 * @param sha256 the digest of the whole certificate, lower-case hexadecimal
 * @param pin the digest of its key, as {@code --pinnedpubkey} takes it
 * @param ca whether it may sign others
 * @param selfSigned whether it names itself as its issuer
 * @param sent whether the server sent it; else it comes from the trusted roots
 */
public record CertificateFacts(
        String subject,
        String issuer,
        String serial,
        List<String> names,
        String key,
        String signature,
        Instant notBefore,
        Instant notAfter,
        String sha256,
        String pin,
        boolean ca,
        boolean selfSigned,
        boolean sent) {

    public CertificateFacts {
        names = List.copyOf(names);
    }

    static CertificateFacts of(X509Certificate certificate, boolean sent) {
        return new CertificateFacts(
                subject(certificate),
                issuer(certificate),
                certificate.getSerialNumber().toString(16),
                CertificateNames.of(certificate).words(),
                key(certificate.getPublicKey()),
                Printable.ofText(certificate.getSigAlgName()),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                fingerprint(certificate),
                PinnedKey.of(certificate).toString(),
                certificate.getBasicConstraints() >= 0,
                isSelfSigned(certificate),
                sent);
    }

    static boolean isSelfSigned(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    static String subject(X509Certificate certificate) {
        return Printable.ofText(certificate.getSubjectX500Principal().getName());
    }

    static String issuer(X509Certificate certificate) {
        return Printable.ofText(certificate.getIssuerX500Principal().getName());
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(PinnedKey.sha256(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read has an encoding", e);
        }
    }

    private static String key(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return "RSA " + rsa.getModulus().bitLength();
        }
        if (key instanceof ECPublicKey ec) {
            return "EC P-" + ec.getParams().getCurve().getField().getFieldSize();
        }
        if (key instanceof EdECPublicKey ed) {
            return ed.getParams().getName();
        }
        return Printable.ofText(key.getAlgorithm());
    }
}
