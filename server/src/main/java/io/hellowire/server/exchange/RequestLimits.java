package io.hellowire.server.exchange;

import io.hellowire.wire.HeadLimits;

/**
 * How large a request may be.
 *
 * @param head how large its head may be
 * @param maxBodyBytes the most bytes of a body, zero or more; they are counted, not kept
 * @param keptBodyBytes how many of the first bytes of a body are kept to be shown, zero or more
 * @param rawBodies whether bodies are kept as they came, chunk lines included, until they are written to a file
 */
public record RequestLimits(HeadLimits head, long maxBodyBytes, int keptBodyBytes, RawBodies rawBodies) {

    /** Bodies of up to 10 MiB, of which nothing is kept. */
    public static final RequestLimits DEFAULT =
            new RequestLimits(HeadLimits.DEFAULT, 10L * 1024 * 1024, 0, RawBodies.FORGOTTEN);

    public RequestLimits {
        if (maxBodyBytes < 0) {
            throw new IllegalArgumentException("maxBodyBytes: " + maxBodyBytes + " (expected: zero or more)");
        }
        if (keptBodyBytes < 0) {
            throw new IllegalArgumentException("keptBodyBytes: " + keptBodyBytes + " (expected: zero or more)");
        }
    }

    /** The same for requests that need no body to be refused. */
    public RequestLimits withoutBodies() {
        return new RequestLimits(head, 0, keptBodyBytes, rawBodies);
    }

    /** Whether bodies are kept as they came. */
    public enum RawBodies {
        FORGOTTEN,
        KEPT
    }
}
