package io.hellowire.capture;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The time of a packet. */
final class Clock {

    private Clock() {}

    /** Nanoseconds since 1970, UTC; the system's clock counts them in steps of its own. */
    static long nowNanos() {
        Instant now = Instant.now();
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }
}
