package io.hellowire.wire;

import io.netty.buffer.ByteBuf;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one body from the bytes of a connection, in whatever pieces they come, and keeps none of them.
 *
 * <pre>{@code
 * for (ByteBuf piece = body.read(in); piece != null; piece = body.read(in)) {
 *     ... // a view of in, good until in changes
 * }
 * if (body.isComplete()) {
 *     ... // what is left in in belongs to the next message
 * }
 * }</pre>
 */
public abstract sealed class BodyReader permits CountedBody, ChunkedBody, EndlessBody {

    private long bytesRead;

    BodyReader() {}

    /**
     * A reader of the body of a request.
     *
     * @param limits for the trailer section
     */
    public static BodyReader ofRequest(BodyFraming framing, HeadLimits limits) {
        return of(framing, limits, Tolerance.STRICT);
    }

    /**
     * A reader of the body of a response, which takes what can be understood and notes each {@link Oddity}.
     *
     * @param limits for the trailer section
     */
    public static BodyReader ofResponse(BodyFraming framing, HeadLimits limits) {
        return of(framing, limits, Tolerance.LENIENT);
    }

    private static BodyReader of(BodyFraming framing, HeadLimits limits, Tolerance tolerance) {
        if (framing instanceof BodyFraming.Length length) {
            return new CountedBody(length.bytes());
        }
        if (framing instanceof BodyFraming.Chunked) {
            return new ChunkedBody(limits, tolerance);
        }
        return framing instanceof BodyFraming.UntilClose ? new EndlessBody() : new CountedBody(0);
    }

    /**
     * Takes the next piece of the body's content.
     *
     * @param in what has come from the connection; nothing after the body is taken
     * @return a view of {@code in}, which is not retained and never empty; {@code null} when there is no more content
     *     in {@code in} or when the body is complete
     * @throws MalformedMessageException if it is wrongly chunked; this reader is of no use then
     */
    public abstract @Nullable ByteBuf read(ByteBuf in) throws MalformedMessageException;

    /** Whether all of it has been read, trailer section included. */
    public abstract boolean isComplete();

    /**
     * Takes note that the connection ended.
     *
     * @return whether the body is complete; else it was cut off
     */
    public abstract boolean endOfInput();

    /** How far it got, for people: {@code 7 of 10 bytes}, or {@code 1 chunk, 5 bytes, no last chunk}. */
    public abstract String progress();

    /** The trailer section; {@code null} if there is none, or none yet. */
    public @Nullable TrailerSection trailers() {
        return null;
    }

    /** What was odd about it but was read all the same. */
    public Set<Oddity> oddities() {
        return Set.of();
    }

    /** How much memory is held of what has come, in bytes; content is not. */
    public int heldBytes() {
        return 0;
    }

    /** The bytes of content read so far, without chunk lines and trailers. */
    public final long bytesRead() {
        return bytesRead;
    }

    final @Nullable ByteBuf takeContent(ByteBuf in, long atMost) {
        int count = (int) Math.min(atMost, in.readableBytes());
        bytesRead += count;
        return count == 0 ? null : in.readSlice(count);
    }
}
