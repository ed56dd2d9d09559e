package io.hellowire.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of bytes as people write it: {@code 64K}, {@code 64KiB}, {@code 10M}, {@code 1G}, or plain; K is 1024. */
public final class SizeText implements ITypeConverter<Long> {

    private static final Pattern SHAPE =
            Pattern.compile("([0-9]{1,15})(?:([KMG])(?:i?B)?|B)?", Pattern.CASE_INSENSITIVE);

    @Override
    public Long convert(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw new TypeConversionException(text + " (expected: a size such as 2000, 64K, 64KiB or 10M)");
        }
        long number = Long.parseLong(matcher.group(1));
        int shift = switch (matcher.group(2) == null ? "" : matcher.group(2).toUpperCase(Locale.ROOT)) {
            case "K" -> 10;
            case "M" -> 20;
            case "G" -> 30;
            default -> 0;
        };
        if (number > Long.MAX_VALUE >> shift) {
            throw new TypeConversionException(text + " (expected: a size below 8000000000G)");
        }
        return number << shift;
    }
}
