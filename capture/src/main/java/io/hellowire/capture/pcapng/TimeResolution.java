package io.hellowire.capture.pcapng;

/**
 * How an interface counts time ({@code if_tsresol}): in negative powers of ten, or of two if the highest bit is set.
 *
 * @param code the byte in the file
 */
record TimeResolution(byte code) {

    static final TimeResolution MICROSECONDS = new TimeResolution((byte) 6);

    private static final long NANOS = 1_000_000_000;

    long nanos(long ticks) {
        int power = code & 0x7F;
        if (code >= 0) {
            return power <= 9 ? ticks * powerOfTen(9 - power) : ticks / powerOfTen(Math.min(18, power - 9));
        }
        int bits = Math.min(30, power); // finer than a nanosecond is not wanted
        long coarse = ticks >>> Math.min(63, power - bits);
        return (coarse >>> bits) * NANOS + (((coarse & ((1L << bits) - 1)) * NANOS) >>> bits);
    }

    private static long powerOfTen(int power) {
        long result = 1;
        for (int i = 0; i < power; i++) {
            result *= 10;
        }
        return result;
    }
}
