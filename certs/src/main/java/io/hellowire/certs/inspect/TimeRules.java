package io.hellowire.certs.inspect;

import io.hellowire.certs.inspect.Objection.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether every certificate on the way is valid now, the trusted one too. */
final class TimeRules {

    /** <a href="https://support.apple.com/en-us/103769">Apple's published requirements</a>. */
    private static final Duration APPLE_LONGEST = Duration.ofDays(825);

    private final ClientKind client;
    private final Candidate candidate;

    TimeRules(ClientKind client, Candidate candidate) {
        this.client = client;
        this.candidate = candidate;
    }

    List<Objection> objections() {
        List<Objection> all = new ArrayList<>(candidate.each(0, this::validity));
        Duration lifetime = candidate.leaf().validity().length();
        if (client == ClientKind.SAFARI && lifetime.compareTo(APPLE_LONGEST) > 0) {
            all.add(new Objection(Reason.TOO_LONG_VALID, 0, "valid for " + lifetime.toDays() + " days, more than 825"));
        }
        return all;
    }

    private @Nullable Objection validity(int place) {
        if (client.isJava() && candidate.isAnchor(place)) {
            return null; // whoever put it among the trusted ones is thought to have looked
        }
        CertificateFacts.ValidityPeriod validity = candidate.facts().get(place).validity();
        if (candidate.now().isAfter(validity.notAfter())) {
            return new Objection(Reason.EXPIRED, place, "expired on " + date(validity.notAfter()));
        }
        return candidate.now().isBefore(validity.notBefore())
                ? new Objection(Reason.NOT_YET_VALID, place, "not valid before " + date(validity.notBefore()))
                : null;
    }

    private static LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
