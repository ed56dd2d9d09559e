package io.hellowire.client.exchange;

import io.hellowire.client.clock.Deadline;
import io.hellowire.client.failure.StepException;
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

    private @Nullable ByteBuf nextPiece() throws IOException {
        ByteBuf current = piece;
        while (current == null || !current.isReadable()) {
            if (body.isComplete()) {
                return null;
            }
            try {
                ByteBuf in = inflow.more(deadline);
                if (in == null) {
                    return null;
                }
                current = body.read(in);
                piece = current;
            } catch (MalformedMessageException e) {
                throw new BrokenBodyException(new StepException(ResponseFailure.malformed(e), e));
            } catch (TimeoutException e) {
                throw new BrokenBodyException(new StepException(ResponseFailure.tooSlow(deadline, true), e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            }
        }
        return current;
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
