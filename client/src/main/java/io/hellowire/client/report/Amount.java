package io.hellowire.client.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** Numbers as people read them. */
final class Amount {

    private static final double NANOS_PER_MILLI = 1_000_000.0;
    private static final double LONG_MILLIS = 10_000;

    private Amount() {}

    /** A duration: {@code 12.4 ms}, or {@code 12.40 s} from ten seconds on. */
    static String duration(long nanos) {
        double millis = nanos / NANOS_PER_MILLI;
        return millis < LONG_MILLIS
                ? String.format(Locale.ROOT, "%.1f ms", millis)
                : String.format(Locale.ROOT, "%.2f s", millis / 1000);
    }

    /** A number with its thousands apart: {@code 2 391}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
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
