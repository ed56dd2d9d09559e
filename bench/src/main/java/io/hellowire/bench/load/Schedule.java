package io.hellowire.bench.load;

import java.time.Duration;

/**
 * When each request is due: one after the other at the same distance.
 *
 * @param start when the first one is, as {@link System#nanoTime} has it
 * @param perSecond how many there are in a second
 * @param length how long it goes on
 */
record Schedule(long start, double perSecond, Duration length) {

    Schedule {
        if (!(perSecond > 0) || perSecond * length.toNanos() < 1e9) {
            throw new IllegalArgumentException(
                    "requests per second: " + perSecond + " (expected: at least one in " + length + ")");
        }
    }

    /** How many there are. */
    long count() {
        return (long) (perSecond * length.toNanos() / 1e9);
    }

    /** When the request of this number is due; the first has the number 0. */
    long due(long number) {
        return start + (long) (number * 1e9 / perSecond);
    }
}
