package io.hellowire.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hellowire.wire.text.Printable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The character classes of HTTP and URI grammar, one bit each in a table of 256 bytes. */
final class Syntax {

    /** {@code tchar}, RFC 9110 section 5.6.2. */
    static final int TOKEN = 1;

    /** What a request target may hold here: everything visible, also beyond ASCII. */
    static final int TARGET = 2;

    /** What a URI may hold: RFC 3986 without the fragment's number sign. */
    static final int URI = 4;

    /** What a field value may hold: RFC 9110 section 5.5, with space and tab. */
    static final int VALUE = 8;

    /** What the name of a host may hold: {@code reg-name} of RFC 3986 section 3.2.2. */
    static final int HOST = 16;

    static final int DIGIT = 32;

    static final int ALPHA = 64;

    private static final byte[] CLASSES = new byte[256];

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    static {
        range('0', '9', TOKEN | URI | HOST | DIGIT);
        range('a', 'z', TOKEN | URI | HOST | ALPHA);
        range('A', 'Z', TOKEN | URI | HOST | ALPHA);
        each("!#$%&'*+-.^_`|~", TOKEN);
        each("-._~!$&'()*+,;=%", URI | HOST);
        each(":@/?[]", URI);
        range(0x21, 0x7E, TARGET | VALUE);
        range(0x80, 0xFF, TARGET | VALUE);
        each(" \t", VALUE);
    }

    private Syntax() {}

    private static void range(int from, int to, int classes) {
        for (int c = from; c <= to; c++) {
            CLASSES[c] |= (byte) classes;
        }
    }

    private static void each(String characters, int classes) {
        for (byte b : characters.getBytes(ISO_8859_1)) {
            CLASSES[b] |= (byte) classes;
        }
    }

    static boolean is(int characterClass, byte b) {
        return (CLASSES[b & 0xFF] & characterClass) != 0;
    }

    static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    /** The first byte from {@code from} to before {@code to} that is not of the class, else {@code to}. */
    static int skip(int characterClass, byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && is(characterClass, bytes[i])) {
            i++;
        }
        return i;
    }

    /**
     * The same as {@link #skip} with {@link #VALUE}, eight bytes at a time: most of a head is values.
     */
    static int skipValue(byte[] bytes, int from, int to) {
        int i = from;
        while (i + Long.BYTES <= to && !hasControl((long) LONGS.get(bytes, i))) {
            i += Long.BYTES;
        }
        return skip(VALUE, bytes, i, to);
    }

    /** Whether one of eight bytes is below a space or a DEL: a borrow out of a byte sets its high bit. */
    private static boolean hasControl(long eight) {
        long belowSpace = (eight - ' ' * ONES) & ~eight;
        long notDel = eight ^ (0x7F * ONES);
        long del = (notDel - ONES) & ~notDel;
        return ((belowSpace | del) & HIGH_BITS) != 0;
    }

    /** The first byte from {@code from} to before {@code to} that is neither space nor tab, else {@code to}. */
    static int skipBlanks(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && isBlank(bytes[i])) {
            i++;
        }
        return i;
    }

    /** Whether the bytes are this text but for the case of ASCII letters. */
    static boolean equalsIgnoreCase(String text, byte[] bytes, int from, int to) {
        if (text.length() != to - from) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (lower(text.charAt(i)) != lower(bytes[from + i] & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    private static int lower(int c) {
        return c >= 'A' && c <= 'Z' ? c | 0x20 : c;
    }

    /** Whether the bytes are exactly this text. */
    static boolean equals(String text, byte[] bytes, int from, int to) {
        if (text.length() != to - from) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != (bytes[from + i] & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    /** A byte for people, such as {@code a space}, {@code 'x'} or {@code the byte \x07}. */
    static String nameOf(byte b) {
        return switch (b) {
            case ' ' -> "a space";
            case '\t' -> "a tab";
            case '\r' -> "a CR without LF";
            case '\n' -> "the end of the line";
            case 0 -> "a NUL byte";
            default -> Printable.isPlain(b) ? "'" + (char) b + "'" : "the byte " + Printable.of(new byte[] {b});
        };
    }

    /** Some received bytes for people: printable, in quotes, and cut when they are many. */
    static String quote(byte[] bytes, int from, int to) {
        int shown = Math.min(to, from + 40);
        return "\"" + Printable.of(bytes, from, shown) + (shown < to ? "..." : "") + "\"";
    }
}
