package io.hellowire.client.step;

import java.time.Duration;

/**
 * When a step ran.
 *
 * @param startNanos its beginning, in nanoseconds since the fetch began
 * @param endNanos its end, on the same scale
 */
public record Span(long startNanos, long endNanos) {

    public Span {
        if (endNanos < startNanos) {
            throw new IllegalArgumentException("endNanos: " + endNanos + " (expected: not before " + startNanos + ")");
        }
    }

    /** The same as if it had ended that much earlier, but not before its beginning. */
    public Span shorter(Duration less) {
        return new Span(startNanos, Math.max(startNanos, endNanos - less.toNanos()));
    }

    /** How long it took. */
    public Duration duration() {
        return Duration.ofNanos(durationNanos());
    }

    /** How long it took, in nanoseconds. */
    public long durationNanos() {
        return endNanos - startNanos;
    }
}
