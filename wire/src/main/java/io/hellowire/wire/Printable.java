package io.hellowire.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/**
 * Bytes from a peer as text that is safe to print and loses nothing: printable ASCII as it is, a backslash as
 * {@code \\}, CR, LF and tab as {@code \r \n \t}, every other byte as {@code \xNN}. No output holds a control character
 * or anything but ASCII, so it can neither move a cursor nor reorder or forge a line; {@link #unescape} gives the bytes
 * back.
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

    /** Appends the printable form of the bytes from {@code from} to before {@code to}. */
    public static void write(byte[] bytes, int from, int to, ByteBuf out) {
        int plain = from;
        for (int i = from; i < to; i++) {
            if (!isPlain(bytes[i])) {
                out.writeBytes(bytes, plain, i - plain);
                writeEscaped(bytes[i], out);
                plain = i + 1;
            }
        }
        out.writeBytes(bytes, plain, to - plain);
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

    private static void writeEscaped(byte b, ByteBuf out) {
        byte letter = letterFor(b);
        out.writeByte('\\').writeByte(letter);
        if (letter == 'x') {
            out.writeByte(HEX_DIGITS[(b >> 4) & 0xF]).writeByte(HEX_DIGITS[b & 0xF]);
        }
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

    /**
     * The bytes whose printable form this is.
     *
     * @throws IllegalArgumentException if no bytes print like this
     */
    public static byte[] unescape(String printable) {
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
        if (c > 0x7E || !isPlain((byte) c)) {
            throw new IllegalArgumentException("character: " + ofText(Character.toString(c))
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
                throw new IllegalArgumentException("escape: \\" + ofText(Character.toString(letter))
                        + " (expected: \\\\, \\r, \\n, \\t or \\xNN)");
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
