package io.hellowire.client.translate;

import java.util.ArrayList;
import java.util.List;

/** Bytes and text as literals of other languages. */
final class Literals {

    private Literals() {}

    /** The pieces of a message, each ending after a line feed, as literals of Python without the {@code b}. */
    static List<String> python(byte[] bytes) {
        return pieces(bytes, "\\x%02x");
    }

    /** The same as literals of C, where {@code \x} would swallow the digits that follow. */
    static List<String> c(byte[] bytes) {
        return pieces(bytes, "\\%03o");
    }

    private static List<String> pieces(byte[] bytes, String escape) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder("\"");
        for (byte b : bytes) {
            switch (b) {
                case '\r' -> piece.append("\\r");
                case '\n' -> piece.append("\\n");
                case '"' -> piece.append("\\\"");
                case '\\' -> piece.append("\\\\");
                default ->
                    piece.append(b >= ' ' && b < 0x7f ? String.valueOf((char) b) : String.format(escape, b & 0xff));
            }
            if (b == '\n') {
                pieces.add(piece.append('"').toString());
                piece = new StringBuilder("\"");
            }
        }
        if (piece.length() > 1) {
            pieces.add(piece.append('"').toString());
        }
        return pieces.isEmpty() ? List.of("\"\"") : pieces;
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
