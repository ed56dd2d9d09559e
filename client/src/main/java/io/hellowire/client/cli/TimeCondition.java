package io.hellowire.client.cli;

import io.hellowire.cli.FileNameText;
import io.hellowire.client.exchange.HeaderChange;
import io.hellowire.client.step.StepException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@code -z} says: only if it changed since then, or with a minus in front only if it did not, RFC 9110 section 13. */
final class TimeCondition {

    /** RFC 9110 section 5.6.7. */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private static final List<DateTimeFormatter> SHAPES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            DateTimeFormatter.ISO_OFFSET_DATE_TIME,
            shape("uuuu-MM-dd[[' ']['T']HH:mm[:ss]]"),
            shape("uuuuMMdd[ HH:mm[:ss]]"),
            shape("[EEE, ]d MMM uuuu[ HH:mm[:ss]]"),
            shape("MMM d[,] uuuu[ HH:mm[:ss]]"));

    private TimeCondition() {}

    /** A date by itself is its midnight, and a time without a zone is UTC, as with curl. */
    private static DateTimeFormatter shape(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
                .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
                .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
                .toFormatter(Locale.ENGLISH);
    }

    /**
     * The header field for it.
     *
     * @param text a date, or a file whose date counts; with a minus in front for the opposite
     */
    static HeaderChange parse(String text) throws StepException {
        boolean isOpposite = text.startsWith("-");
        String what = isOpposite ? text.substring(1) : text;
        OffsetDateTime moment = date(what);
        if (moment == null) {
            moment = ofFile(what);
        }
        return new HeaderChange(
                isOpposite ? "If-Unmodified-Since" : "If-Modified-Since",
                HTTP_DATE.format(moment.withOffsetSameInstant(ZoneOffset.UTC)));
    }

    private static @Nullable OffsetDateTime date(String text) {
        for (DateTimeFormatter shape : SHAPES) {
            try {
                return ZonedDateTime.from(shape.parse(text)).toOffsetDateTime();
            } catch (DateTimeException e) {
                // the next shape may be its
            }
        }
        return null;
    }

    private static OffsetDateTime ofFile(String name) throws StepException {
        Path file = FileNameText.path(name);
        try {
            if (!name.isEmpty() && Files.exists(file)) {
                return Files.getLastModifiedTime(file).toInstant().atOffset(ZoneOffset.UTC);
            }
        } catch (IOException e) {
            throw FileFailure.notRead(name, e);
        }
        throw UsageError.of("--time-cond: " + name
                + " (expected: a file, or a date such as 2026-11-30 or Mon, 30 Nov 2026 12:00:00 GMT)");
    }
}
