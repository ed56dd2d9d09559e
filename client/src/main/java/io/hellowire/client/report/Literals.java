package io.hellowire.client.report;

import java.util.ArrayList;
import java.util.List;

/** Bytes and text as literals of other languages. */
final class Literals {

    private Literals() {}

    /** The pieces of a message, each ending after a line feed, as literals of Python without the {@code b}. */
    static List<String> python(byte[] bytes) {
        return pieces(bytes, '"', "\\\"", "\\x%02x");
    }

    /** The same as literals of C, where {@code \x} would swallow the digits that follow, and {@code ??/} is a backslash. */
    static List<String> c(byte[] bytes) {
        return pieces(bytes, '"', "\\\"", "\\%03o").stream()
                .map(piece -> piece.replaceAll("(?<=\\?)\\?", "\\\\?"))
                .toList();
    }

    /** The same as arguments of {@code printf %b} in a POSIX shell. */
    static List<String> printf(byte[] bytes) {
        return pieces(bytes, '\'', "\\0047", "\\0%03o");
    }

    private static List<String> pieces(byte[] bytes, char quote, String quoteEscaped, String escape) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (byte b : bytes) {
            piece.append(b == quote ? quoteEscaped : escaped(b, escape));
            if (b == '\n') {
                pieces.add(quote + piece.toString() + quote);
                piece.setLength(0);
            }
        }
        if (!piece.isEmpty() || pieces.isEmpty()) {
            pieces.add(quote + piece.toString() + quote);
        }
        return pieces;
    }

    private static String escaped(byte b, String escape) {
        return switch (b) {
            case '\r' -> "\\r";
            case '\n' -> "\\n";
            case '\\' -> "\\\\";
            default -> b >= ' ' && b < 0x7f ? String.valueOf((char) b) : String.format(escape, b & 0xff);
        };
    }

    /** Text as one word of a POSIX shell. */
    static String shell(String text) {
        return text.matches("[A-Za-z0-9_./:=@%+,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** Text as a string literal of C or Python, for names and paths, which have no control characters. */
    static String string(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
