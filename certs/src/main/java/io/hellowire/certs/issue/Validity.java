package io.hellowire.certs.issue;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * From when to when a certificate is valid, both ends included (RFC 5280 section 4.1.2.5).
 *
 * @param notBefore the first second
 * @param notAfter the last second
 */
public record Validity(Instant notBefore, Instant notAfter) {

    /** The longest that every browser accepts from a public authority; ours are held to it by default too. */
    public static final int DEFAULT_DAYS = 397;

    /** What Apple's systems accept at most, from any authority. */
    public static final int APPLE_DAYS = 825;

    /** Devices without a clock chip are often a little behind. */
    private static final Duration HEAD_START = Duration.ofMinutes(5);

    public Validity {
        notBefore = notBefore.truncatedTo(SECONDS);
        notAfter = notAfter.truncatedTo(SECONDS);
        if (notAfter.isBefore(notBefore)) {
            throw new IllegalArgumentException("notAfter: " + notAfter + " (expected: after " + notBefore + ")");
        }
    }

    /** Valid for so many days, counted from a few minutes ago. */
    public static Validity ofDays(int days) {
        return ofDays(days, Clock.systemUTC());
    }

    /**
     * Valid for so many days, counted from a few minutes before the clock's time.
     *
     * @param days from 1 to 36500
     */
    public static Validity ofDays(int days, Clock clock) {
        if (days < 1 || days > 36_500) {
            throw new IllegalArgumentException("days: " + days + " (expected: 1 to 36500)");
        }
        Instant start = clock.instant().minus(HEAD_START);
        return new Validity(start, start.plus(Duration.ofDays(days)).minusSeconds(1)); // the last second counts too
    }

    /** That of an existing certificate. */
    public static Validity of(X509Certificate certificate) {
        return new Validity(
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    /** How long it is valid, in days and rounded to the nearest. */
    public long days() {
        return Math.round(Duration.between(notBefore, notAfter).toSeconds() / 86_400.0);
    }

    /** The same, but over when the other is over. */
    public Validity within(Validity other) {
        return notAfter.isAfter(other.notAfter) ? new Validity(notBefore, other.notAfter) : this;
    }
}
