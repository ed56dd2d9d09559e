package io.hellowire.client.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Numbers as people read them. */
final class Amount {

    private static final long LONG_NANOS = 10_000_000_000L;

    private Amount() {}

    /** A duration: {@code 12.4 ms}, or {@code 12.40 s} from ten seconds on. */
    static String duration(long nanos) {
        return nanos < LONG_NANOS
                ? BigDecimal.valueOf(nanos, 6).setScale(1, RoundingMode.HALF_UP) + " ms"
                : BigDecimal.valueOf(nanos, 9).setScale(2, RoundingMode.HALF_UP) + " s";
    }

    /** A number with its thousands apart: {@code 2 391}. */
    static String count(long number) {
        StringBuilder digits = new StringBuilder(Long.toString(number));
        for (int at = digits.length() - 3; at > 0; at -= 3) {
            digits.insert(at, ' ');
        }
        return digits.toString();
    }

    /** A number of things: {@code 1 byte}, {@code 2 391 bytes}. */
    static String of(long number, String thing) {
        return count(number) + " " + thing + (number == 1 ? "" : "s");
    }

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /** When something ends, seen from now: {@code expires 2027-01-15, 54 days}. */
    static String expiry(Instant end, Instant now) {
        long days = Duration.between(now, end).toDays();
        return now.isAfter(end)
                ? "expired " + day(end) + ", " + of(-days, "day") + " ago"
                : "expires " + day(end) + ", " + of(days, "day");
    }
}
