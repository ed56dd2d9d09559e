package io.hellowire.server.exchange;

/**
 * When something began, by both clocks.
 *
 * @param epochMillis the time of day, in milliseconds since 1970 in UTC
 * @param nanos {@link System#nanoTime()}, to measure durations from
 */
public record StartTime(long epochMillis, long nanos) {

    public static StartTime now() {
        return new StartTime(System.currentTimeMillis(), System.nanoTime());
    }
}
