package io.hellowire.server.exchange;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;

/** Writes numbers into buffers without making a String of them. */
public final class Digits {

    private Digits() {}

    /** How many chars a number has in decimal. */
    public static int count(long number) {
        if (number < 0) {
            return Long.toString(number).length();
        }
        int digits = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        return digits;
    }

    /** Writes a number in decimal digits. */
    public static void write(long number, ByteBuf out) {
        if (number < 0) {
            out.writeCharSequence(Long.toString(number), US_ASCII);
            return;
        }
        int digits = count(number);
        int start = out.writerIndex();
        out.ensureWritable(digits);
        long rest = number;
        for (int i = start + digits - 1; i >= start; i--) {
            out.setByte(i, '0' + (int) (rest % 10));
            rest /= 10;
        }
        out.writerIndex(start + digits);
    }
}
