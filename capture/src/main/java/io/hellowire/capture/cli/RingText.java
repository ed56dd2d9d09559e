package io.hellowire.capture.cli;

import io.hellowire.capture.CaptureRing;
import io.hellowire.cli.SizeText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A ring of files as people write it: {@code 10x16M} for ten files of 16 MiB. */
public final class RingText implements ITypeConverter<CaptureRing> {

    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,4})x(.+)");

    @Override
    public CaptureRing convert(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw new TypeConversionException(text + " (expected: FILESxSIZE, such as 10x16M)");
        }
        try {
            return new CaptureRing(Integer.parseInt(matcher.group(1)), new SizeText().convert(matcher.group(2)));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
