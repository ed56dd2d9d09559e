package io.hellowire.server.connection;

import org.jspecify.annotations.Nullable;

/**
 * How many connections may be open.
 *
 * @param total at the same time, more than zero
 * @param perAddress from one address at the same time, more than zero, or {@code null} for any number
 * @param timeouts how long each may wait
 */
public record ConnectionLimits(int total, @Nullable Integer perAddress, Timeouts timeouts) {

    /** 16,384 connections, from wherever they come. */
    public static final ConnectionLimits DEFAULT = new ConnectionLimits(16_384, null, Timeouts.DEFAULT);

    public ConnectionLimits {
        if (total <= 0) {
            throw new IllegalArgumentException("connections: " + total + " (expected: more than zero)");
        }
        if (perAddress != null && perAddress <= 0) {
            throw new IllegalArgumentException(
                    "connections per address: " + perAddress + " (expected: more than zero)");
        }
    }
}
