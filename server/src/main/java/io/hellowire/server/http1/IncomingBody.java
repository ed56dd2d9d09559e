package io.hellowire.server.http1;

import io.hellowire.server.exchange.Body;
import io.hellowire.server.exchange.RequestLimits;
import io.hellowire.wire.BodyFraming;
import io.hellowire.wire.BodyReader;
import io.hellowire.wire.Http1RequestHead;
import io.hellowire.wire.MalformedMessageException;
import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** A body on its way in: it is read, counted and let go, but for the first bytes that someone wants to see. */
final class IncomingBody {

    private final Http1RequestHead head;
    private final RequestLimits limits;
    private final BodyReader reader;
    private final ByteArrayOutputStream raw = new ByteArrayOutputStream(0);
    private byte[] beginning = new byte[0];

    IncomingBody(Http1RequestHead head, RequestLimits limits) {
        this.head = head;
        this.limits = limits;
        this.reader = BodyReader.ofRequest(head.framing(), limits.head());
    }

    Http1RequestHead head() {
        return head;
    }

    void read(ByteBuf in) throws MalformedMessageException {
        int start = in.readerIndex();
        try {
            readContent(in);
        } finally {
            keepRaw(in, start);
        }
    }

    private void keepRaw(ByteBuf in, int start) {
        if (limits.rawBodies() == RequestLimits.RawBodies.KEPT) {
            byte[] piece = new byte[in.readerIndex() - start];
            in.getBytes(start, piece);
            raw.writeBytes(piece);
        }
    }

    private void readContent(ByteBuf in) throws MalformedMessageException {
        for (ByteBuf piece = reader.read(in); piece != null && !isTooLong(); piece = reader.read(in)) {
            keepBeginningOf(piece);
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

    long bytesRead() {
        return reader.bytesRead();
    }

    String progress() {
        return reader.progress();
    }

    /** How much memory it takes, in bytes. */
    long heldBytes() {
        return (long) head.heldBytes() + beginning.length + raw.size() + reader.heldBytes();
    }

    Body summary() {
        return new Body(reader.bytesRead(), beginning, reader.trailers(), raw.toByteArray());
    }
}
