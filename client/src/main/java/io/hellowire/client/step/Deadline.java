package io.hellowire.client.step;

import java.time.Duration;

/**
 * A moment after which a step has taken too long.
 *
 * @param atNanos the moment by {@link System#nanoTime}
 * @param limit what the user allowed, to name it in a message
 */
public record Deadline(long atNanos, Duration limit) {

    /** Never, as far as anybody waits: a century. */
    public static final Deadline NONE =
            new Deadline(System.nanoTime() + Duration.ofDays(36500).toNanos(), Duration.ZERO);

    /** This far from now; a duration of zero means there is no limit. */
    public static Deadline in(Duration limit) {
        return limit.isZero() ? NONE : new Deadline(System.nanoTime() + limit.toNanos(), limit);
    }

    /** What is left, in nanoseconds; zero when it has passed. */
    public long remainingNanos() {
        return Math.max(0, atNanos - System.nanoTime());
    }

    /** Whichever comes first. */
    public Deadline orEarlier(Deadline other) {
        return other.atNanos - atNanos < 0 ? other : this;
    }
}
