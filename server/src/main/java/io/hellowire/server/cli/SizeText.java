package io.hellowire.server.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of bytes as people write it: {@code 64K}, {@code 10M}, {@code 1G}, or plain bytes; K is 1024. */
final class SizeText implements ITypeConverter<Long> {

    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,9})([KMG])?i?B?", Pattern.CASE_INSENSITIVE);

    @Override
    public Long convert(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw new TypeConversionException(text + " (expected: a size such as 64K, 10M or a number of bytes)");
        }
        long number = Long.parseLong(matcher.group(1));
        String unit = matcher.group(2) == null ? "" : matcher.group(2);
        return switch (unit) {
            case "K", "k" -> number << 10;
            case "M", "m" -> number << 20;
            case "G", "g" -> number << 30;
            default -> number;
        };
    }
}
