package io.hellowire.server.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hellowire.wire.text.Printable;
import java.util.Arrays;

/** A byte array that grows, which the formats write their text into. Not safe for use by two threads. */
final class Bytes {

    private byte[] array;
    private int length;

    Bytes(int capacity) {
        array = new byte[capacity];
    }

    byte[] array() {
        return array;
    }

    int length() {
        return length;
    }

    /** Forgets what was written after this length. */
    void truncate(int newLength) {
        length = newLength;
    }

    /** Makes room for this many more bytes, so that {@link #array()} can be written to directly. */
    Bytes ensure(int more) {
        if (array.length - length < more) {
            array = Arrays.copyOf(array, Math.max(array.length * 2, length + more));
        }
        return this;
    }

    Bytes put(int oneByte) {
        ensure(1);
        array[length++] = (byte) oneByte;
        return this;
    }

    Bytes put(byte[] bytes) {
        return put(bytes, 0, bytes.length);
    }

    Bytes put(byte[] bytes, int from, int count) {
        ensure(count);
        System.arraycopy(bytes, from, array, length, count);
        length += count;
        return this;
    }

    /** Writes text of which every char is one byte. */
    @SuppressWarnings("deprecation") // the one way to copy a Latin-1 String without making an array first
    Bytes put(String text) {
        int count = text.length();
        ensure(count);
        text.getBytes(0, count, array, length);
        length += count;
        return this;
    }

    /** Writes a number in decimal digits. */
    Bytes decimal(long value) {
        if (value < 0) {
            return put(Long.toString(value));
        }
        int digits = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            digits++;
        }
        return padded(value, digits);
    }

    /** Writes the last digits of a number that is not negative, with zeros in front. */
    Bytes padded(long value, int digits) {
        ensure(digits);
        long rest = value;
        for (int i = length + digits - 1; i >= length; i--) {
            array[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
        return this;
    }

    /** Writes the printable form of the bytes from {@code from} to before {@code to}. */
    Bytes printable(byte[] bytes, int from, int to) {
        int plain = from;
        while (plain < to && Printable.isPlain(bytes[plain])) {
            plain++;
        }
        put(bytes, from, plain - from);
        if (plain < to) {
            ensure((to - plain) * Printable.LONGEST_ESCAPE);
            length = Printable.escape(bytes, plain, to, array, length);
        }
        return this;
    }

    /** Writes the printable form of text of which every char is one byte. */
    Bytes printable(String text) {
        int start = length;
        put(text);
        int plain = start;
        while (plain < length && Printable.isPlain(array[plain])) {
            plain++;
        }
        if (plain < length) {
            byte[] rest = Arrays.copyOfRange(array, plain, length);
            length = plain;
            printable(rest, 0, rest.length);
        }
        return this;
    }

    @Override
    public String toString() {
        return new String(array, 0, length, ISO_8859_1);
    }
}
