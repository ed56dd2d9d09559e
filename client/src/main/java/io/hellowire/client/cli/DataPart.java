package io.hellowire.client.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.hellowire.cli.FileNameText;
import io.hellowire.client.step.StepException;
import java.io.IOException;
import java.nio.file.Files;

/**
 * What one of curl's data options adds to a body or a query.
 *
 * @param place how many came before it
 * @param text as typed
 */
record DataPart(int place, Kind kind, String text) {

    /** What {@code --url-query} says: with a plus in front it goes as it is. */
    static DataPart ofQuery(int place, String text) {
        return text.startsWith("+")
                ? new DataPart(place, Kind.RAW, text.substring(1))
                : new DataPart(place, Kind.ENCODED, text);
    }

    byte[] bytes(Console console) throws StepException {
        return switch (kind) {
            case DATA -> text.startsWith("@") ? withoutLineEnds(bytes(console, text)) : bytes(console, text);
            case BINARY, JSON -> bytes(console, text);
            case RAW -> text.getBytes(UTF_8);
            case ENCODED -> encoded(console);
        };
    }

    /** As in curl's manual: what is before the first {@code =}, else the first {@code @}, is a name and stays. */
    private byte[] encoded(Console console) throws StepException {
        int equals = text.indexOf('=');
        int at = equals < 0 ? text.indexOf('@') : -1;
        String name = text.substring(0, Math.max(0, Math.max(equals, at)));
        byte[] value = at >= 0
                ? file(console, text.substring(at + 1))
                : text.substring(equals + 1).getBytes(UTF_8);
        return ((name.isEmpty() ? "" : name + "=") + PercentEncoding.ofForm(value)).getBytes(UTF_8);
    }

    static byte[] withoutLineEnds(byte[] bytes) {
        return new String(bytes, ISO_8859_1).replaceAll("[\r\n]", "").getBytes(ISO_8859_1);
    }

    private static byte[] bytes(Console console, String text) throws StepException {
        return text.startsWith("@") ? file(console, text.substring(1)) : text.getBytes(UTF_8);
    }

    /** All of a file, or of standard input if it is {@code -}. */
    static byte[] file(Console console, String name) throws StepException {
        try {
            return name.equals("-") ? console.in().readAllBytes() : Files.readAllBytes(FileNameText.path(name));
        } catch (IOException e) {
            throw FileFailure.notRead(name.equals("-") ? "standard input" : name, e);
        }
    }

    /** What becomes of the text. */
    enum Kind {
        DATA,
        BINARY,
        RAW,
        ENCODED,
        JSON
    }
}
