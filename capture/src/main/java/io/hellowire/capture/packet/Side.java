package io.hellowire.capture.packet;

/** One of the two ends of a connection, seen from the machine that captures. */
public enum Side {
    LOCAL,
    REMOTE;

    /** The other end. */
    public Side other() {
        return this == LOCAL ? REMOTE : LOCAL;
    }
}
