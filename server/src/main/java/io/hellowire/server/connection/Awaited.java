package io.hellowire.server.connection;

import java.time.Duration;

/** What a connection's peer owes us; for each there is a time it may take. */
public enum Awaited {
    /** To finish the TLS handshake. */
    HANDSHAKE("the TLS handshake"),
    /** To begin a request. */
    REQUEST("a request"),
    /** To finish the head it has begun, however busily it sends. */
    HEAD("the rest of a request's head"),
    /** To send more of a body. */
    BODY("more of a request's body"),
    /** To read the answers it was sent. */
    READING("the peer to read its answers"),
    /** To see that we have closed, and to close. */
    GOODBYE("the peer to close");

    private final String words;

    Awaited(String words) {
        this.words = words;
    }

    /** What is waited for, in words that follow "waiting for". */
    public String words() {
        return words;
    }

    /** How long this may take. */
    Duration limit(Timeouts timeouts) {
        return switch (this) {
            case HANDSHAKE -> timeouts.handshake();
            case REQUEST, READING -> timeouts.idle();
            case HEAD -> timeouts.head();
            case BODY -> timeouts.body();
            case GOODBYE -> timeouts.goodbye();
        };
    }
}
