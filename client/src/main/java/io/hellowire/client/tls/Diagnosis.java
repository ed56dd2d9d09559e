package io.hellowire.client.tls;

import io.hellowire.certs.inspect.Objection;
import io.hellowire.certs.inspect.Verdict;
import io.hellowire.wire.text.Printable;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** Puts into words why a chain of certificates is not trusted, and what to do about it. */
final class Diagnosis {

    static final String KEY_MAY_NOT_SIGN =
            "the certificate's keyUsage lacks digitalSignature, without which it cannot sign a handshake";

    private final Verdict verdict;
    private final int received;
    private final TrustedRoots roots;
    private final Instant now;

    /**
     * @param received how many certificates the server sent
     */
    Diagnosis(Verdict verdict, int received, TrustedRoots roots, Instant now) {
        this.verdict = verdict;
        this.received = received;
        this.roots = roots;
        this.now = now;
    }

    Finding of(Objection objection) {
        X509Certificate certificate = verdict.path().certificates().get(objection.place());
        String subject = subject(certificate);
        String issuer = Printable.ofText(certificate.getIssuerX500Principal().getName());
        String words = Printable.ofText(objection.words());
        return switch (objection.reason()) {
            case EXPIRED, NOT_YET_VALID -> outOfDate(objection, certificate);
            case SELF_SIGNED ->
                new Finding(
                        "self_signed",
                        "the certificate is self-signed, and not one of the " + roots.words(),
                        "pass the certificate itself with --cacert FILE (--save-certs FILE saves it, once you know it is"
                                + " the right one)");
            case UNKNOWN_ROOT ->
                new Finding(
                        "unknown_root",
                        "its root " + subject + " is not one of the " + roots.words(),
                        "get that root from whoever runs the authority, and pass it with --cacert FILE");
            case ISSUER_MISSING ->
                new Finding(
                        "issuer_missing",
                        "the server sent " + count(received) + "; the issuer " + issuer
                                + " is neither among them nor one of the " + roots.words(),
                        "if that is an intermediate, configure the server to send it too (browsers may have it from"
                                + " elsewhere); if it is a private root, pass it with --cacert FILE");
            case ROOT_HAS_OTHER_KEY ->
                new Finding(
                        "root_has_another_key",
                        "one of the " + roots.words() + " is called " + issuer + ", but its key did not sign "
                                + subject,
                        "the authority has been recreated: pass its current certificate with --cacert FILE, or have the current"
                                + " one sign the server's certificate again");
            case BAD_SIGNATURE ->
                new Finding(
                        "bad_signature",
                        subject + " was not signed by the issuer " + issuer + " that the server sent",
                        "the server mixes old and new files: send the issuer that signed this certificate");
            case WRONG_KEY_NAMED ->
                new Finding(
                        "bad_signature",
                        who(objection, subject) + words,
                        "have it issued again by the authority it names");
            case CHAIN_TOO_LONG ->
                new Finding("chain_too_long", who(objection, subject) + words, "send a shorter chain");
            case WRONG_USAGE -> wrongUse(objection, subject, words);
            case NO_SIGNATURE ->
                new Finding("wrong_usage", KEY_MAY_NOT_SIGN, "issue one with keyUsage digitalSignature");
            case ISSUER_IS_NO_AUTHORITY ->
                new Finding(
                        "issuer_is_no_authority",
                        subject + " " + words,
                        "sign with a certificate that has basicConstraints CA:TRUE");
            case NAME_NOT_PERMITTED ->
                new Finding(
                        "name_not_permitted",
                        "its authority " + subject + " " + words,
                        "use a name that it may sign, or another authority");
            case WEAK_KEY ->
                new Finding("weak_key", who(objection, subject) + words, "use EC P-256, or RSA of 2048 bits");
            case WEAK_SIGNATURE -> new Finding("weak_signature", who(objection, subject) + words, "sign with SHA-256");
            case UNKNOWN_EXTENSION ->
                new Finding(
                        "unknown_extension",
                        who(objection, subject) + words,
                        "issue one without it, or with it not critical");
            case NOT_READABLE ->
                new Finding("not_readable", who(objection, subject) + words, "issue one as RFC 5280 says");
            case TOO_LONG_VALID, NAME ->
                new Finding(
                        objection.reason().name().toLowerCase(Locale.ROOT),
                        who(objection, subject) + words,
                        "issue a new one");
        };
    }

    private static String who(Objection objection, String subject) {
        return objection.place() == 0 ? "the certificate: " : "the issuer certificate " + subject + ": ";
    }

    private Finding outOfDate(Objection objection, X509Certificate certificate) {
        Instant begin = certificate.getNotBefore().toInstant();
        Instant end = certificate.getNotAfter().toInstant();
        String who = objection.place() == 0 ? "the certificate" : "the issuer certificate " + subject(certificate);
        String clock = " (this machine's clock says " + day(now) + ")";
        return objection.reason() == Objection.Reason.EXPIRED
                ? new Finding(
                        "expired",
                        who + " expired on " + day(end) + ", " + days(end, now) + " ago" + clock,
                        objection.place() == 0
                                ? "renew it on the server; if the clock is wrong, set it"
                                : "ask whoever runs the authority for its current certificate; if the clock is wrong,"
                                        + " set it")
                : new Finding(
                        "not_yet_valid",
                        who + " is valid from " + day(begin) + ", in " + days(now, begin) + clock,
                        "set this machine's clock, or the one on which the certificate was made");
    }

    private static Finding wrongUse(Objection objection, String subject, String words) {
        return objection.place() == 0
                ? new Finding(
                        "wrong_usage",
                        "the certificate is not meant for servers: its extendedKeyUsage lacks serverAuth",
                        "issue one with extendedKeyUsage serverAuth")
                : new Finding(
                        "wrong_usage",
                        "the issuer certificate " + subject + " is not meant for servers: " + words,
                        "sign with an authority that has extendedKeyUsage serverAuth, or none");
    }

    private static String subject(X509Certificate certificate) {
        String name = certificate.getSubjectX500Principal().getName();
        return name.isEmpty() ? "without a subject" : Printable.ofText(name);
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
