package io.hellowire.client.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** How the values of options are read: times in seconds, as curl has them, and amounts of bytes. */
final class Converters {

    private static final Pattern TIME = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(s|ms)?");
    private static final Pattern BYTES = Pattern.compile("([0-9]{1,15})([kKmMgG]?)");

    private Converters() {}

    static void register(CommandLine command) {
        command.registerConverter(Duration.class, Converters::time);
        command.registerConverter(ByteCount.class, Converters::bytes);
    }

    private static Duration time(String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            throw new TypeConversionException(text + " (expected: seconds such as 2 or 0.5, or 500ms)");
        }
        int shift = "ms".equals(matcher.group(2)) ? 6 : 9;
        return Duration.ofNanos(
                new BigDecimal(matcher.group(1)).movePointRight(shift).longValue());
    }

    private static ByteCount bytes(String text) {
        Matcher matcher = BYTES.matcher(text);
        if (text.equals("all")) {
            return new ByteCount(Long.MAX_VALUE);
        }
        if (!matcher.matches()) {
            throw new TypeConversionException(text + " (expected: a number such as 2000, 64k or 2M, or all)");
        }
        int shift = switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
            case "k" -> 10;
            case "m" -> 20;
            case "g" -> 30;
            default -> 0;
        };
        return new ByteCount(Long.parseLong(matcher.group(1)) << shift);
    }

    /**
     * An amount of bytes.
     *
     * @param bytes {@link Long#MAX_VALUE} for all there are
     */
    record ByteCount(long bytes) {}
}
