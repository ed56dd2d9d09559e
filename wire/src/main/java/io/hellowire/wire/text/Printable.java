package io.hellowire.wire.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Bytes from a peer as text that is safe to print and loses nothing: printable ASCII as it is, a backslash as
 * {@code \\}, CR, LF and tab as {@code \r \n \t}, every other byte as {@code \xNN}. No output holds a control character
 * or anything but ASCII, so it can neither move a cursor nor reorder or forge a line, and the bytes can be had back.
 */
public final class Printable {

    /** The most bytes that one byte becomes. */
    public static final int LONGEST_ESCAPE = 4;

    private static final byte[] HEX_DIGITS = "0123456789ABCDEF".getBytes(US_ASCII);

    private Printable() {}

    /** The printable form of bytes. */
    public static String of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    /** The printable form of the bytes from {@code from} to before {@code to}. */
    @SuppressWarnings("deprecation") // the copy of ASCII bytes into a String that needs no decoder
    public static String of(byte[] bytes, int from, int to) {
        byte[] escaped = new byte[(to - from) * LONGEST_ESCAPE];
        int length = escape(bytes, from, to, escaped, 0);
        return new String(escaped, 0, 0, length);
    }

    /**
     * The printable form of text in which one char is one byte, as in every head.
     *
     * @throws IllegalArgumentException if a char is not a byte
     */
    public static String ofLatin1(String text) {
        if (text.chars().anyMatch(c -> c > 0xFF)) {
            throw new IllegalArgumentException("text: " + ofText(text) + " (expected: ISO-8859-1, use ofText)");
        }
        return of(text.getBytes(ISO_8859_1));
    }

    /**
     * The printable form of any text, such as a name from a certificate or from DNS: that of its bytes in UTF-8. An
     * unpaired surrogate, which UTF-8 cannot carry, comes out as {@code ?}.
     */
    public static String ofText(String text) {
        return of(text.getBytes(UTF_8));
    }

    /**
     * Text for people who read more than ASCII: letters of all languages and backslashes stay, and all that does not simply
     * show ({@link #shows}) is escaped as in {@link #ofText}.
     */
    public static String withLetters(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (shows(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append(ofText(Character.toString(c)));
            }
        });
        return shown.toString();
    }

    /** Whether a character is one to be seen, and neither controls a terminal nor turns the direction of writing. */
    public static boolean shows(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /**
     * Puts the printable form of the bytes from {@code from} to before {@code to} into an array.
     *
     * @param at where in {@code out} it begins; there must be room for {@link #LONGEST_ESCAPE} bytes a byte
     * @return where in {@code out} it ends
     */
    public static int escape(byte[] bytes, int from, int to, byte[] out, int at) {
        int end = at;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (isPlain(b)) {
                out[end++] = b;
            } else {
                end = escape(b, out, end);
            }
        }
        return end;
    }

    /** Whether a byte is its own printable form. */
    public static boolean isPlain(byte b) {
        return b >= ' ' && b != '\\' && b != 0x7F; // bytes over 0x7F are negative
    }

    private static int escape(byte b, byte[] out, int at) {
        int end = at;
        out[end++] = '\\';
        byte letter = letterFor(b);
        out[end++] = letter;
        if (letter == 'x') {
            out[end++] = HEX_DIGITS[(b >> 4) & 0xF];
            out[end++] = HEX_DIGITS[b & 0xF];
        }
        return end;
    }

    private static byte letterFor(byte b) {
        return switch (b) {
            case '\\' -> '\\';
            case '\r' -> 'r';
            case '\n' -> 'n';
            case '\t' -> 't';
            default -> 'x';
        };
    }
}
