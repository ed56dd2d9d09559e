package io.hellowire.server.connection;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a connection is in its life, which says what its peer owes. The methods of a state are the moves that are legal
 * in it; {@link Lifecycle} alone makes them.
 */
public sealed interface ConnectionState {

    /** What the peer owes, {@code null} while it is our turn. */
    @Nullable
    Awaited awaited();

    /** Not closing yet. */
    sealed interface Open extends ConnectionState {

        /** Closes when all is written; then the peer, which may still be sending, is given time to see it. */
        default Closing close() {
            return Closing.THEN_LINGERING;
        }
    }

    /** Takes requests. */
    sealed interface Serving extends Open {

        /**
         * Answers no more requests after the answer that is there.
         *
         * @param announced whether the peer knows that the connection ends here, and so sends nothing more
         */
        default LastAnswer lastAnswer(boolean announced) {
            return announced ? LastAnswer.ANNOUNCED : LastAnswer.SUDDEN;
        }
    }

    /** TLS is being agreed on. */
    enum Handshaking implements Open {
        TLS;

        @Override
        public Awaited awaited() {
            return Awaited.HANDSHAKE;
        }

        Reading over() {
            return Reading.REQUEST;
        }
    }

    /** Requests are read. */
    enum Reading implements Serving {
        REQUEST(Awaited.REQUEST),
        HEAD(Awaited.HEAD),
        BODY(Awaited.BODY);

        private final Awaited awaited;

        Reading(Awaited awaited) {
            this.awaited = awaited;
        }

        @Override
        public Awaited awaited() {
            return awaited;
        }

        Held hold(Hold reason) {
            return new Held(EnumSet.of(reason), this);
        }
    }

    /** Why we read nothing for a while. */
    enum Hold {
        /** A request waits for its number. */
        NUMBER,
        /** The journal has no room. */
        JOURNAL,
        /** The peer does not read its answers. */
        UNREAD_ANSWERS
    }

    /**
     * Nothing is read for a while.
     *
     * @param reasons why; never empty
     * @param next what is read when all of them are gone
     */
    record Held(Set<Hold> reasons, Reading next) implements Serving {

        public Held {
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("reasons: none (expected: why nothing is read)");
            }
            reasons = EnumSet.copyOf(reasons);
        }

        /** Of all reasons only one is the peer's fault. */
        @Override
        public @Nullable Awaited awaited() {
            return reasons.contains(Hold.UNREAD_ANSWERS) ? Awaited.READING : null;
        }

        Held hold(Hold reason) {
            Set<Hold> more = EnumSet.copyOf(reasons);
            more.add(reason);
            return new Held(more, next);
        }

        Serving release(Hold reason) {
            Set<Hold> left = EnumSet.copyOf(reasons);
            left.remove(reason);
            return left.isEmpty() ? next : new Held(left, next);
        }

        Held thenReading(Reading what) {
            return new Held(reasons, what);
        }
    }

    /** The last answer is there, and its connection is about to be closed. */
    enum LastAnswer implements Open {
        /** The peer knows that it is the last, and has sent nothing after its request. */
        ANNOUNCED,
        /** The peer may have sent more, which must not become a reset that takes the answer's place. */
        SUDDEN;

        @Override
        public Awaited awaited() {
            return Awaited.READING;
        }

        LastAnswer moreCame() {
            return SUDDEN;
        }

        @Override
        public Closing close() {
            return this == ANNOUNCED ? Closing.AT_ONCE : Closing.THEN_LINGERING;
        }
    }

    /** What was written goes out, and nothing else. */
    enum Closing implements ConnectionState {
        /** Then it is closed. */
        AT_ONCE,
        /** Then our half is closed. */
        THEN_LINGERING;

        @Override
        public Awaited awaited() {
            return Awaited.READING;
        }

        /** The peer has closed its half, so there is nothing to linger for. */
        Closing inputEnded() {
            return AT_ONCE;
        }

        Lingering linger() {
            return Lingering.UNTIL_THE_PEER_CLOSES;
        }
    }

    /** Our half is closed; what still comes is thrown away (RFC 9112 section 9.6). */
    enum Lingering implements ConnectionState {
        UNTIL_THE_PEER_CLOSES;

        @Override
        public Awaited awaited() {
            return Awaited.GOODBYE;
        }
    }
}
