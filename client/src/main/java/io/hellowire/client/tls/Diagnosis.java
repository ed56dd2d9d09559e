package io.hellowire.client.tls;

import io.hellowire.wire.Printable;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts into words why a chain of certificates is not trusted, and what else about it will trouble other clients. */
final class Diagnosis {

    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    private static final String ANY_USE = "2.5.29.37.0";
    private static final Duration SOON = Duration.ofDays(14);
    private static final int WEAK_RSA_BITS = 2048;

    private final List<X509Certificate> received;
    private final ChainPath path;
    private final TrustedRoots roots;
    private final Instant now;

    Diagnosis(List<X509Certificate> received, ChainPath path, TrustedRoots roots, Instant now) {
        this.received = received;
        this.path = path;
        this.roots = roots;
        this.now = now;
    }

    /** What makes the chain unacceptable; never empty. */
    List<Finding> problems(CertificateException refused) {
        List<Finding> found = new ArrayList<>();
        path.sent().forEach(certificate -> addIfPresent(found, outOfDate(certificate)));
        addIfPresent(found, brokenPath());
        addIfPresent(found, wrongUse(received.get(0)));
        path.sent().stream().skip(1).forEach(certificate -> addIfPresent(found, notAnAuthority(certificate)));
        if (found.isEmpty()) {
            found.add(new Finding(
                    "not_trusted",
                    "not trusted: " + Printable.ofText(rootCause(refused)),
                    "look at the chain with --show-certs, or -k to continue anyway"));
        }
        return found;
    }

    /** What others may stumble over although it is accepted here. */
    List<Finding> oddities() {
        List<Finding> found = new ArrayList<>();
        addIfPresent(found, outOfOrder());
        addIfPresent(found, weak(received.get(0)));
        Instant end = received.get(0).getNotAfter().toInstant();
        if (end.isAfter(now) && end.isBefore(now.plus(SOON))) {
            long days = Duration.between(now, end).toDays();
            found.add(new Finding("expires_soon", "expires in " + days + " days", "renew it now"));
        }
        return found;
    }

    private @Nullable Finding outOfDate(X509Certificate certificate) {
        Instant begin = certificate.getNotBefore().toInstant();
        Instant end = certificate.getNotAfter().toInstant();
        String who = certificate.equals(received.get(0))
                ? "the certificate"
                : "the issuer certificate " + CertificateFacts.subject(certificate);
        String clock = " (this machine's clock says " + day(now) + ")";
        if (now.isAfter(end)) {
            return new Finding(
                    "expired",
                    who + " expired on " + day(end) + ", " + days(end, now) + " ago" + clock,
                    "renew it on the server; if the clock is wrong, set it");
        }
        if (now.isBefore(begin)) {
            return new Finding(
                    "not_yet_valid",
                    who + " is valid from " + day(begin) + ", in " + days(now, begin) + clock,
                    "set this machine's clock, or the one on which the certificate was made");
        }
        return null;
    }

    private @Nullable Finding brokenPath() {
        X509Certificate last = path.last();
        return switch (path.end()) {
            case TRUSTED -> null;
            case SELF_SIGNED ->
                new Finding(
                        "self_signed",
                        "the certificate is self-signed, and not one of the " + roots.words(),
                        "give the certificate itself with --cacert FILE (--save-certs FILE writes it, once you know it is"
                                + " the right one)");
            case UNKNOWN_ROOT ->
                new Finding(
                        "unknown_root",
                        "its root " + CertificateFacts.subject(last) + " is not one of the " + roots.words(),
                        "give that root with --cacert FILE, from whoever runs the authority");
            case ISSUER_MISSING ->
                new Finding(
                        "issuer_missing",
                        "the server sent " + count(received.size()) + "; the issuer " + CertificateFacts.issuer(last)
                                + " is neither among them nor one of the " + roots.words(),
                        "if that is an intermediate, configure the server to send it too (browsers may have it from"
                                + " elsewhere); if it is a private root, give it with --cacert FILE");
            case BAD_SIGNATURE ->
                new Finding(
                        "bad_signature",
                        CertificateFacts.subject(last) + " was not signed by the issuer "
                                + CertificateFacts.issuer(last) + " that the server sent",
                        "the server mixes files of two generations: send the issuer that signed it");
            case TOO_LONG -> new Finding("chain_too_long", "more than ten certificates", "send fewer");
        };
    }

    private static @Nullable Finding wrongUse(X509Certificate leaf) {
        try {
            List<String> uses = leaf.getExtendedKeyUsage();
            if (uses != null && !uses.contains(SERVER_AUTH) && !uses.contains(ANY_USE)) {
                return new Finding(
                        "wrong_usage",
                        "the certificate is not meant for servers: its extendedKeyUsage lacks serverAuth",
                        "make one with extendedKeyUsage serverAuth");
            }
        } catch (CertificateParsingException e) {
            return new Finding("wrong_usage", "its extendedKeyUsage cannot be read", "make a new one");
        }
        boolean[] keyUsage = leaf.getKeyUsage();
        boolean canServe = keyUsage == null || keyUsage[0] || keyUsage[2] || keyUsage[4];
        return canServe
                ? null
                : new Finding(
                        "wrong_usage",
                        "the certificate's keyUsage has neither digitalSignature nor key exchange",
                        "make one with keyUsage digitalSignature");
    }

    private static @Nullable Finding notAnAuthority(X509Certificate issuer) {
        boolean[] keyUsage = issuer.getKeyUsage();
        boolean signs = issuer.getBasicConstraints() >= 0 && (keyUsage == null || keyUsage[5]);
        return signs
                ? null
                : new Finding(
                        "issuer_is_no_authority",
                        CertificateFacts.subject(issuer) + " may not sign certificates (no CA:TRUE or no keyCertSign)",
                        "sign with a certificate that has basicConstraints CA:TRUE");
    }

    private @Nullable Finding outOfOrder() {
        for (int i = 0; i + 1 < received.size(); i++) {
            X509Certificate next = received.get(i + 1);
            if (!received.get(i).getIssuerX500Principal().equals(next.getSubjectX500Principal())) {
                return new Finding(
                        "wrong_order",
                        "certificate " + (i + 2) + " sent is not the issuer of number " + (i + 1)
                                + ": accepted here, refused by some small devices",
                        "put the server's own first, then each one's issuer");
            }
        }
        return null;
    }

    private static @Nullable Finding weak(X509Certificate leaf) {
        if (leaf.getSigAlgName().startsWith("SHA1") || leaf.getSigAlgName().startsWith("MD5")) {
            return new Finding("weak_signature", "signed with " + leaf.getSigAlgName(), "sign with SHA-256");
        }
        if (leaf.getPublicKey() instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < WEAK_RSA_BITS) {
            int bits = rsa.getModulus().bitLength();
            return new Finding("weak_key", "an RSA key of " + bits + " bits", "use EC P-256, or RSA of 2048 bits");
        }
        return null;
    }

    private static void addIfPresent(List<Finding> findings, @Nullable Finding finding) {
        if (finding != null) {
            findings.add(finding);
        }
    }

    private static String rootCause(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static String days(Instant from, Instant to) {
        long days = Duration.between(from, to).toDays();
        return days == 0 ? "less than a day" : days == 1 ? "1 day" : days + " days";
    }

    private static String count(int certificates) {
        return certificates == 1 ? "1 certificate" : certificates + " certificates";
    }
}
