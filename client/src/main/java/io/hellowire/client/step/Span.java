package io.hellowire.client.step;

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

    /** How long it took, in nanoseconds. */
    public long durationNanos() {
        return endNanos - startNanos;
    }
}
