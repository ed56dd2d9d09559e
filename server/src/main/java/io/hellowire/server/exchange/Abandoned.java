package io.hellowire.server.exchange;

import io.hellowire.server.connection.Awaited;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is closed without an answer, since its peer was silent for too long or went away in the middle.
 *
 * @param received the bytes of the head that had come, empty if none had
 * @param body what had come of the body
 * @param awaited what the peer had to do
 * @param limit how long it was given, {@code null} if it went away by itself
 * @param waited how long it was waited for
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them, and the bytes are what it is about
public record Abandoned(
        byte[] received,
        Body body,
        Awaited awaited,
        @Nullable Duration limit,
        Duration waited) implements Received {

    /** Of a peer that had not begun a request. */
    public Abandoned(Awaited awaited, @Nullable Duration limit, Duration waited) {
        this(new byte[0], Body.EMPTY, awaited, limit, waited);
    }

    /** The same of a peer that had to do something else first. */
    public Abandoned whileAwaiting(Awaited other) {
        return new Abandoned(received, body, other, limit, waited);
    }
}
