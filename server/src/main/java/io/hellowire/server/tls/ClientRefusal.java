package io.hellowire.server.tls;

import io.hellowire.certs.inspect.CertificateFacts;
import io.hellowire.wire.text.Printable;
import io.hellowire.wire.tls.CertificateAlert;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a client's certificate is refused. It explains a refusal and never makes one.
 *
 * @param alert what the client is told
 * @param words whose certificate it is, by subject and SHA-256, and what is wrong with it
 */
record ClientRefusal(CertificateAlert alert, String words) {

    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    private static final String ANY_USE = "2.5.29.37.0";

    /**
     * @param chain what the client showed, its own certificate first
     * @param refused what the path validation said
     */
    static ClientRefusal of(
            List<X509Certificate> chain, List<X509Certificate> authorities, Instant now, CertificateException refused) {
        for (X509Certificate each : chain) {
            String when = outOfTime(each, now);
            if (when != null) {
                return about(chain, CertificateAlert.CERTIFICATE_EXPIRED, when);
            }
        }
        String stranger = unknownAuthority(chain, authorities);
        if (stranger != null) {
            return about(chain, CertificateAlert.UNKNOWN_CA, stranger);
        }
        if (!isForClients(chain.get(0))) {
            return about(chain, CertificateAlert.UNSUPPORTED_CERTIFICATE, "it is not for clients (extendedKeyUsage)");
        }
        return about(chain, CertificateAlert.BAD_CERTIFICATE, String.valueOf(refused.getMessage()));
    }

    private static ClientRefusal about(List<X509Certificate> chain, CertificateAlert alert, String why) {
        X509Certificate own = chain.get(0);
        return new ClientRefusal(
                alert,
                Printable.ofText(own.getSubjectX500Principal().getName()) + ", SHA-256 "
                        + CertificateFacts.fingerprint(own) + ": " + why);
    }

    private static @Nullable String outOfTime(X509Certificate certificate, Instant now) {
        Instant begin = certificate.getNotBefore().toInstant();
        Instant end = certificate.getNotAfter().toInstant();
        if (now.isAfter(end)) {
            return "it expired on " + day(end);
        }
        return now.isBefore(begin) ? "it is not valid before " + day(begin) : null;
    }

    private static String day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** Who signed the last certificate of the way up, if that is none of the authorities; {@code null} if it is. */
    private static @Nullable String unknownAuthority(List<X509Certificate> chain, List<X509Certificate> authorities) {
        List<X509Certificate> below = new ArrayList<>();
        X509Certificate current = chain.get(0);
        while (!authorities.contains(current) && issuerOf(current, authorities, List.of()) == null) {
            below.add(current);
            X509Certificate issuer = issuerOf(current, chain, below);
            if (issuer == null) {
                return unknown(current, authorities);
            }
            current = issuer;
        }
        return null;
    }

    private static String unknown(X509Certificate last, List<X509Certificate> authorities) {
        String issuer = Printable.ofText(last.getIssuerX500Principal().getName());
        boolean namesake = authorities.stream()
                .anyMatch(authority -> authority.getSubjectX500Principal().equals(last.getIssuerX500Principal()));
        return namesake
                ? "its authority has the name of ours, " + issuer + ", and another key"
                : "its authority " + issuer + " is none of ours";
    }

    private static @Nullable X509Certificate issuerOf(
            X509Certificate certificate, List<X509Certificate> candidates, List<X509Certificate> passed) {
        return candidates.stream()
                .filter(candidate -> !passed.contains(candidate) && isSigned(certificate, candidate))
                .findFirst()
                .orElse(null);
    }

    private static boolean isSigned(X509Certificate certificate, X509Certificate issuer) {
        if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean isForClients(X509Certificate certificate) {
        try {
            List<String> uses = certificate.getExtendedKeyUsage();
            return uses == null || uses.contains(CLIENT_AUTH) || uses.contains(ANY_USE);
        } catch (CertificateParsingException e) {
            return false;
        }
    }
}
