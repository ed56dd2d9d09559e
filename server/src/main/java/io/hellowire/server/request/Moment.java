package io.hellowire.server.request;

/**
 * When something began, by both clocks.
 *
 * @param epochMillis the time of day, in milliseconds since 1970 in UTC
 * @param nanos {@link System#nanoTime()}, to measure durations from
 */
public record Moment(long epochMillis, long nanos) {

    public static Moment now() {
        return new Moment(System.currentTimeMillis(), System.nanoTime());
    }
}
