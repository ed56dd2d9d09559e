package io.hellowire.server.http1;

import static java.time.temporal.ChronoField.DAY_OF_WEEK;
import static java.time.temporal.ChronoField.MONTH_OF_YEAR;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The date of an answer, such as {@code Sun, 22 Nov 2026 06:42:45 GMT} (RFC 9110 section 5.6.7). Its names are the same
 * everywhere; those of a locale would have to be looked up, for which Java loads a hundred classes.
 */
final class HttpDate {

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendText(DAY_OF_WEEK, abbreviated(DayOfWeek.values()))
            .appendPattern(", dd ")
            .appendText(MONTH_OF_YEAR, abbreviated(Month.values()))
            .appendPattern(" uuuu HH:mm:ss 'GMT'")
            .toFormatter(Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private HttpDate() {}

    static String of(long epochSecond) {
        return FORMAT.format(Instant.ofEpochSecond(epochSecond));
    }

    private static Map<Long, String> abbreviated(Enum<?>... values) {
        Map<Long, String> names = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            String name = values[i].name();
            names.put(i + 1L, name.charAt(0) + name.substring(1, 3).toLowerCase(Locale.ROOT));
        }
        return names;
    }
}
