package io.hellowire.server.request;

import io.hellowire.wire.HeadLimits;

/**
 * How large a request may be.
 *
 * @param head how large its head may be
 * @param maxBodyBytes the most bytes of a body, zero or more; they are counted, not kept
 * @param keptBodyBytes how many of the first bytes of a body are kept to be shown, zero or more
 */
public record RequestLimits(HeadLimits head, long maxBodyBytes, int keptBodyBytes) {

    /** Bodies of up to 10 MiB, of which nothing is kept. */
    public static final RequestLimits DEFAULT = new RequestLimits(HeadLimits.DEFAULT, 10L * 1024 * 1024, 0);

    public RequestLimits {
        if (maxBodyBytes < 0) {
            throw new IllegalArgumentException("maxBodyBytes: " + maxBodyBytes + " (expected: zero or more)");
        }
        if (keptBodyBytes < 0) {
            throw new IllegalArgumentException("keptBodyBytes: " + keptBodyBytes + " (expected: zero or more)");
        }
    }
}
