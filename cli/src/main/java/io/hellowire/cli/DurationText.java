package io.hellowire.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A duration as people write it: {@code 10s}, {@code 0.5s}, {@code 500ms}, {@code 2m}, {@code 1h}, or seconds without a
 * unit. Zero is one; else it is from a millisecond, since that is what clocks are asked for, to a hundred years.
 */
public final class DurationText implements ITypeConverter<Duration> {

    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,9})?)(ms|s|m|h)?");
    private static final BigDecimal LONGEST_MILLIS =
            BigDecimal.valueOf(Duration.ofDays(36_525).toMillis());

    @Override
    public Duration convert(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw new TypeConversionException(text + " (expected: a duration such as 10s, 0.5s, 500ms or 2m)");
        }
        BigDecimal millis = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unitMillis(matcher.group(2))));
        boolean isTooShort = millis.signum() > 0 && millis.compareTo(BigDecimal.ONE) < 0;
        if (isTooShort || millis.compareTo(LONGEST_MILLIS) > 0) {
            throw new TypeConversionException(text + " (expected: 0, or from 1ms to a hundred years)");
        }
        return Duration.ofNanos(millis.movePointRight(6).longValue());
    }

    private static long unitMillis(@Nullable String unit) {
        return switch (unit == null ? "s" : unit) {
            case "ms" -> 1;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            default -> 1_000;
        };
    }
}
