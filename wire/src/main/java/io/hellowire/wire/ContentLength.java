package io.hellowire.wire;

/** The value of Content-Length: digits and nothing else, RFC 9110 section 8.6. */
final class ContentLength {

    /** What no length is. */
    static final long INVALID = -1;

    private ContentLength() {}

    /** The number that the bytes are in decimal; {@link #INVALID} if they are not, or if it is over 2^63 - 1. */
    static long parse(byte[] bytes, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9 || value > (Long.MAX_VALUE - digit) / 10) {
                return INVALID;
            }
            value = 10 * value + digit;
        }
        return from == to ? INVALID : value;
    }
}
