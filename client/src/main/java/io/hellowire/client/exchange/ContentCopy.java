package io.hellowire.client.exchange;

import io.hellowire.client.exchange.Body.Decoded;
import io.hellowire.client.step.Deadline;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.StepException;
import io.hellowire.wire.BodyReader;
import io.hellowire.wire.MalformedMessageException;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Brings the content of a body to its sink, decoded where that is asked for, and no more of it than is allowed. */
final class ContentCopy {

    /** Large: a GiB in smaller ones calls each method so often that Java's best, and slowest, compiler takes it up. */
    private static final int PIECE_BYTES = 512 * 1024;

    private static final long BOMB_BYTES = 64L << 20;
    private static final long BOMB_RATIO = 200;

    private final BodyReader body;
    private final Inflow inflow;
    private final List<String> codings;
    private final ResponseOptions options;
    private long taken;
    private @Nullable Failure undecodable;

    /**
     * @param body what the content is read from
     * @param codings to be undone, in the order applied; none to take the content as it comes
     * @param options how much content is allowed
     */
    ContentCopy(BodyReader body, Inflow inflow, List<String> codings, ResponseOptions options) {
        this.body = body;
        this.inflow = inflow;
        this.codings = List.copyOf(codings);
        this.options = options;
    }

    /** Brings it there, to the end of the body or of the connection; which of the two, the body knows. */
    void to(BodySink sink, Deadline deadline)
            throws InterruptedException, TimeoutException, MalformedMessageException, StepException {
        if (codings.isEmpty()) {
            asItComes(sink, deadline);
        } else {
            decoded(sink, deadline);
        }
    }

    private void asItComes(BodySink sink, Deadline deadline)
            throws InterruptedException, TimeoutException, MalformedMessageException, StepException {
        while (!body.isComplete()) {
            ByteBuf in = inflow.more(deadline);
            if (in == null) {
                return;
            }
            ByteBuf piece = body.read(in);
            if (piece != null) {
                give(piece.nioBuffer(), sink);
            }
        }
    }

    private void decoded(BodySink sink, Deadline deadline) throws InterruptedException, StepException {
        byte[] buffer = new byte[PIECE_BYTES];
        BodyStream coded = new BodyStream(body, inflow, deadline);
        try (InputStream in = ContentCoding.decode(coded, codings)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                give(ByteBuffer.wrap(buffer, 0, n), sink);
            }
            coded.skip(Long.MAX_VALUE); // a decoder stops at the end of its data, before that of the framing
        } catch (BodyStream.BrokenBodyException e) {
            throw e.reason();
        } catch (InterruptedIOException e) {
            throw new InterruptedException();
        } catch (IOException e) {
            rememberOrRefuse(e, coded);
        }
    }

    private void give(ByteBuffer piece, BodySink sink) throws InterruptedException, StepException {
        taken += piece.remaining();
        refuseTooMuch();
        sink.take(piece);
    }

    /** Why it cannot be decoded to its end, if the body did end in order; {@code null} if nothing is wrong. */
    @Nullable
    Failure undecodable() {
        return undecodable;
    }

    private Failure advised(Failure failure) {
        return options.decoded() ? failure.hint("without --compressed the body is left as it comes") : failure;
    }

    /** What came out of the decoders, or {@code null} if there are none. */
    @Nullable
    Decoded decoded() {
        return codings.isEmpty() ? null : new Decoded(codings, taken);
    }

    private void refuseTooMuch() throws StepException {
        Long most = options.maxContentBytes();
        if (most != null && taken > most) {
            throw new StepException(ResponseFailure.tooLarge(most));
        }
        boolean bounded = most != null || options.streamed();
        if (!bounded && !codings.isEmpty() && taken > BOMB_BYTES && taken / BOMB_RATIO > body.bytesRead()) {
            throw new StepException(ResponseFailure.bomb(body.bytesRead(), taken));
        }
    }

    /** Where the input is over, a decoder may miss more of it only because the body was cut, which weighs more. */
    private void rememberOrRefuse(IOException e, BodyStream coded) throws StepException {
        Failure failure = coded.hasEnded()
                ? ResponseFailure.codedDataCut(codings, body.isComplete())
                : advised(ResponseFailure.badCoding(e.getMessage()));
        if (!coded.hasEnded() && !body.isComplete()) {
            throw new StepException(failure, e);
        }
        undecodable = failure;
    }
}
