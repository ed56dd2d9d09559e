package io.hellowire.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The name of a file. Where the locale is C, Java opens none with other characters than ASCII. */
public final class FileNameText implements ITypeConverter<Path> {

    @Override
    public Path convert(String text) {
        try {
            return path(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    /** The file of this name; its refusal is in words. */
    public static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(
                    text + " (expected: a file name of ASCII, or a locale such as LC_ALL=C.UTF-8)", e);
        }
    }
}
