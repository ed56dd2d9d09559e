package io.hellowire.server.http1;

import io.hellowire.server.exchange.Body;
import io.hellowire.server.exchange.BodyFile;
import io.hellowire.server.exchange.RequestLimits;
import io.hellowire.wire.BodyFraming;
import io.hellowire.wire.BodyReader;
import io.hellowire.wire.Http1RequestHead;
import io.hellowire.wire.MalformedMessageException;
import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A body on its way in: it is read, counted and let go, but for the first bytes that someone wants to see. */
final class IncomingBody {

    private static final byte[] NOTHING = {};

    private final Http1RequestHead head;
    private final RequestLimits limits;
    private final BodyReader reader;
    private final @Nullable RawBody raw;
    private byte[] beginning = NOTHING;

    /** @param files where it goes if it is long and is to be kept */
    IncomingBody(Http1RequestHead head, RequestLimits limits, BodyFile.Maker files) {
        this.head = head;
        this.limits = limits;
        this.reader = BodyReader.ofRequest(head.framing(), limits.head());
        this.raw = limits.rawBodies() == RequestLimits.RawBodies.KEPT ? new RawBody(head, files) : null;
    }

    Http1RequestHead head() {
        return head;
    }

    void read(ByteBuf in) throws MalformedMessageException {
        int start = in.readerIndex();
        int contentEnd = start;
        try {
            for (ByteBuf piece = reader.read(in); piece != null && !isTooLong(); piece = reader.read(in)) {
                keepBeginningOf(piece);
                contentEnd = in.readerIndex();
            }
        } finally {
            if (raw != null) {
                raw.add(in, start, contentEnd);
            }
        }
    }

    private void keepBeginningOf(ByteBuf piece) {
        int kept = beginning.length;
        int more = Math.min(limits.keptBodyBytes() - kept, piece.readableBytes());
        if (more > 0) {
            beginning = Arrays.copyOf(beginning, kept + more);
            piece.getBytes(piece.readerIndex(), beginning, kept, more);
        }
    }

    /** Whether it is, or says that it will be, longer than allowed. */
    boolean isTooLong() {
        long announced = head.framing() instanceof BodyFraming.Length length ? length.bytes() : 0;
        return Math.max(announced, reader.bytesRead()) > limits.maxBodyBytes();
    }

    boolean isComplete() {
        return reader.isComplete();
    }

    String progress() {
        return reader.progress();
    }

    /** How much memory it takes, in bytes. */
    long heldBytes() {
        return (long) head.heldBytes() + beginning.length + reader.heldBytes() + (raw == null ? 0 : raw.heldBytes());
    }

    /** What has come of it, though it did not come to its end. */
    Body soFar() {
        boolean isEmpty = reader.bytesRead() == 0 && (raw == null || raw.heldBytes() == 0);
        return isEmpty ? Body.EMPTY : summary();
    }

    Body summary() {
        return raw == null
                ? new Body(reader.bytesRead(), beginning, reader.trailers(), null, NOTHING)
                : new Body(reader.bytesRead(), beginning, reader.trailers(), raw.file(), raw.rest());
    }

    /** Leaves nothing of it in a file, unless the journal has given that its name. */
    void discard() {
        if (raw != null) {
            raw.discard();
        }
    }
}
