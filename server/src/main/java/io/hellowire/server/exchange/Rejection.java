package io.hellowire.server.exchange;

import io.hellowire.wire.MalformedMessageException;
import org.jspecify.annotations.Nullable;

/**
 * Something that came as a request and is refused. Its connection is closed after the answer.
 *
 * @param onConnection its number on its connection, from 1
 * @param received the bytes of its head that came, or of the place in its body that is wrong; never more than the
 *     limits allow
 * @param status the status that answers it
 * @param where the place at which it is wrong, in words; {@code null} if it is not wrong at a certain place
 * @param found what was found there, printable
 * @param expected what was expected instead
 * @param began when its first byte was there to be read
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them, and the bytes are what it is about
public record Rejection(
        long onConnection,
        byte[] received,
        int status,
        @Nullable String where,
        String found,
        String expected,
        StartTime began)
        implements Received {

    /** The rejection of what the wire module found malformed. */
    public static Rejection of(long onConnection, MalformedMessageException malformed, StartTime began) {
        return new Rejection(
                onConnection,
                malformed.received(),
                malformed.status(),
                malformed.place().words(),
                malformed.found(),
                malformed.expected() + "; " + malformed.malformation().reference(),
                began);
    }

    /** The same with another status. */
    public Rejection with(int otherStatus) {
        return new Rejection(onConnection, received, otherStatus, where, found, expected, began);
    }

    /** Such as {@code line 2, byte 5: a space (expected: the colon right after the field name)}. */
    public String words() {
        String what = found + " (expected: " + expected + ")";
        return where == null ? what : where + ": " + what;
    }
}
