package io.hellowire.server.exchange;

import io.hellowire.wire.MalformedMessageException;
import org.jspecify.annotations.Nullable;

/**
 * Something that came as a request and is refused. Its connection is closed after the answer.
 *
 * @param onConnection its number on its connection, from 1
 * @param received the bytes of its head that came; never more than the limits allow
 * @param body what came of its body
 * @param fault the line or the few bytes of the body that are wrong; empty if none of them is
 * @param status the status that answers it
 * @param problem what is wrong
 * @param began when its first byte was there to be read
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them, and the bytes are what it is about
public record Rejection(
        long onConnection, byte[] received, Body body, byte[] fault, int status, Problem problem, StartTime began)
        implements Received {

    private static final byte[] NONE = {};

    /** Of something of which no body has come. */
    public Rejection(
            long onConnection,
            byte[] received,
            int status,
            @Nullable String where,
            String found,
            String expected,
            StartTime began) {
        this(onConnection, received, Body.EMPTY, NONE, status, new Problem(where, found, expected), began);
    }

    /** The rejection of a head that the wire module found malformed. */
    public static Rejection ofHead(long onConnection, MalformedMessageException malformed, StartTime began) {
        return of(onConnection, malformed.received(), Body.EMPTY, NONE, malformed, began);
    }

    /**
     * The rejection of a body that the wire module found malformed.
     *
     * @param head of its request
     * @param body what came of it
     */
    public static Rejection ofBody(
            long onConnection, byte[] head, Body body, MalformedMessageException malformed, StartTime began) {
        return of(onConnection, head, body, malformed.received(), malformed, began);
    }

    private static Rejection of(
            long onConnection,
            byte[] head,
            Body body,
            byte[] fault,
            MalformedMessageException malformed,
            StartTime began) {
        return new Rejection(
                onConnection,
                head,
                body,
                fault,
                malformed.status(),
                new Problem(
                        malformed.place().words(),
                        malformed.found(),
                        malformed.expected() + "; " + malformed.malformation().reference()),
                began);
    }

    /** The same with another status. */
    public Rejection with(int otherStatus) {
        return new Rejection(onConnection, received, body, fault, otherStatus, problem, began);
    }

    /** The same of something of which this had come of its body. */
    public Rejection with(Body itsBody) {
        return new Rejection(onConnection, received, itsBody, fault, status, problem, began);
    }

    /** Such as {@code line 2, byte 5: a space (expected: the colon right after the field name)}. */
    public String words() {
        return problem.foundThere() + " (expected: " + problem.expected + ")";
    }

    /**
     * What is wrong.
     *
     * @param where the place, in words; {@code null} if it is not wrong at a certain place
     * @param found what was found there, printable
     * @param expected what was expected instead
     */
    public record Problem(@Nullable String where, String found, String expected) {

        /** What was found, after its place: {@code line 2, byte 5: a space}. */
        public String foundThere() {
            return where == null ? found : where + ": " + found;
        }
    }
}
