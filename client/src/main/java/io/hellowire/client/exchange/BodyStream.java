package io.hellowire.client.exchange;

import io.hellowire.client.step.Deadline;
import io.hellowire.client.step.StepException;
import io.hellowire.wire.BodyReader;
import io.hellowire.wire.MalformedMessageException;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The content of a response as a stream, so that Java's own decoders can be put on top of it. It ends where the body
 * ends, be it complete or cut; which of the two, {@link BodyReader} knows.
 */
final class BodyStream extends InputStream {

    private final BodyReader body;
    private final Inflow inflow;
    private final Deadline deadline;
    private @Nullable ByteBuf piece;
    private @Nullable BrokenBodyException broken;
    private boolean ended;

    BodyStream(BodyReader body, Inflow inflow, Deadline deadline) {
        this.body = body;
        this.inflow = inflow;
        this.deadline = deadline;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        ByteBuf available = nextPiece();
        if (available == null) {
            return -1;
        }
        int count = Math.min(length, available.readableBytes());
        available.readBytes(target, offset, count);
        return count;
    }

    /** More may come until the end: Java's gzip decoder asks before it looks for another member (RFC 1952 2.2). */
    @Override
    public int available() {
        return ended || (body.isComplete() && !hasPiece()) ? 0 : 1;
    }

    /** Whether somebody wanted to read on when there was no more. */
    boolean hasEnded() {
        return ended;
    }

    private boolean hasPiece() {
        return piece != null && piece.isReadable();
    }

    private @Nullable ByteBuf nextPiece() throws IOException {
        while (!hasPiece()) {
            ByteBuf in = body.isComplete() ? null : more();
            if (in == null) {
                ended = true;
                return null;
            }
            piece = read(in);
        }
        return piece;
    }

    private @Nullable ByteBuf more() throws IOException {
        try {
            return inflow.more(deadline);
        } catch (TimeoutException e) {
            throw new BrokenBodyException(new StepException(ResponseFailure.tooSlow(deadline, true), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    /** What is broken stays so: a decoder may have swallowed the first complaint. */
    private @Nullable ByteBuf read(ByteBuf in) throws BrokenBodyException {
        if (broken != null) {
            throw broken;
        }
        try {
            return body.read(in);
        } catch (MalformedMessageException e) {
            broken = new BrokenBodyException(new StepException(ResponseFailure.malformed(e), e));
            throw broken;
        }
    }

    /** Carries what is wrong with the body through decoders, which know {@link IOException} only. */
    static final class BrokenBodyException extends IOException {

        private final StepException reason;

        BrokenBodyException(StepException reason) {
            super(reason.getMessage(), reason);
            this.reason = reason;
        }

        StepException reason() {
            return reason;
        }
    }
}
