package io.hellowire.testkit;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** Gives the bytes back that were made printable, as a reader of a journal does. */
public final class Unescaped {

    private Unescaped() {}

    /**
     * The bytes whose printable form this is.
     *
     * @throws IllegalArgumentException if no bytes print like this
     */
    public static byte[] bytes(String printable) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(printable.length());
        for (int i = 0; i < printable.length(); i++) {
            char c = printable.charAt(i);
            if (c != '\\') {
                bytes.write(plain(c));
                continue;
            }
            char letter = i + 1 < printable.length() ? printable.charAt(i + 1) : ' ';
            bytes.write(letter == 'x' ? hexAt(printable, i + 2) : byteFor(letter));
            i += letter == 'x' ? 3 : 1;
        }
        return bytes.toByteArray();
    }

    private static int plain(char c) {
        if (c < ' ' || c > 0x7E) {
            throw new IllegalArgumentException(String.format("character: U+%04X", (int) c)
                    + " (expected: printable ASCII, which is all that escaping leaves)");
        }
        return c;
    }

    private static int byteFor(char letter) {
        return switch (letter) {
            case '\\' -> '\\';
            case 'r' -> '\r';
            case 'n' -> '\n';
            case 't' -> '\t';
            default ->
                throw new IllegalArgumentException("escape: \\" + letter + " (expected: \\\\, \\r, \\n, \\t or \\xNN)");
        };
    }

    private static int hexAt(String printable, int at) {
        if (at + 2 > printable.length()
                || !HexFormat.isHexDigit(printable.charAt(at))
                || !HexFormat.isHexDigit(printable.charAt(at + 1))) {
            throw new IllegalArgumentException("escape: \\x (expected: two hexadecimal digits after it)");
        }
        return HexFormat.fromHexDigits(printable, at, at + 2);
    }
}
