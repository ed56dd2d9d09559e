package io.hellowire.capture.packet;

import java.nio.ByteBuffer;

/** The Internet checksum (RFC 1071). */
final class Checksum {

    private Checksum() {}

    /** The sum of the 16-bit words, an odd last byte counting as the upper half of a word; not yet folded. */
    static long sum(ByteBuffer bytes, int start, int length) {
        long sum = 0;
        int end = start + (length & ~1);
        for (int i = start; i < end; i += 2) {
            sum += bytes.getShort(i) & 0xFFFF;
        }
        return (length & 1) == 0 ? sum : sum + ((bytes.get(end) & 0xFF) << 8);
    }

    /** Folds a sum into 16 bits and inverts it, which is what a header holds. */
    static short of(long sum) {
        long folded = sum;
        while (folded > 0xFFFF) {
            folded = (folded & 0xFFFF) + (folded >>> 16);
        }
        return (short) ~folded;
    }
}
