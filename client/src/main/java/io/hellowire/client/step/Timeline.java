package io.hellowire.client.step;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The clock of one fetch, whose zero is its beginning. Durations come from {@link System#nanoTime}, which never jumps;
 * the wall clock is asked once, for display.
 */
public final class Timeline {

    private final Instant startedAt;
    private final long zeroNanos;

    private Timeline(Instant startedAt, long zeroNanos) {
        this.startedAt = startedAt;
        this.zeroNanos = zeroNanos;
    }

    /** Zero is now. */
    public static Timeline start(Clock wallClock) {
        return new Timeline(wallClock.instant(), System.nanoTime());
    }

    /** When it began, on the wall clock. */
    public Instant startedAt() {
        return startedAt;
    }

    /** Nanoseconds since the beginning. */
    public long now() {
        return System.nanoTime() - zeroNanos;
    }

    /** A moment that is this far from the beginning; a duration of zero means there is no limit. */
    public Deadline deadline(Duration limit) {
        return limit.isZero() ? Deadline.NONE : new Deadline(zeroNanos + limit.toNanos(), limit);
    }
}
