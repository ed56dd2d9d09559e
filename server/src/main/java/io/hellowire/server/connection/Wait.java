package io.hellowire.server.connection;

import java.time.Duration;

/** What a connection's peer has to do next; for each there is a time it may take. */
public enum Wait {
    /** Finish the TLS handshake. */
    HANDSHAKE("the TLS handshake"),
    /** Begin a request. */
    REQUEST("a request"),
    /** Finish the head it has begun, however busily it sends. */
    HEAD("the rest of a request's head"),
    /** Send more of a body. */
    BODY("more of a request's body"),
    /** Read the answers it was sent. */
    READING("the peer to read its answers"),
    /** See that we have closed, and close. */
    GOODBYE("the peer to close"),
    /** Nothing: it is our turn. */
    NOTHING("nothing");

    private final String words;

    Wait(String words) {
        this.words = words;
    }

    /** What is waited for, in words that follow "waiting for". */
    public String words() {
        return words;
    }

    /** How long this may take, {@link Duration#ZERO} for any time. */
    public Duration limit(Timeouts timeouts) {
        return switch (this) {
            case HANDSHAKE -> timeouts.handshake();
            case REQUEST, READING -> timeouts.idle();
            case HEAD -> timeouts.head();
            case BODY -> timeouts.body();
            case GOODBYE -> timeouts.goodbye();
            case NOTHING -> Duration.ZERO;
        };
    }
}
