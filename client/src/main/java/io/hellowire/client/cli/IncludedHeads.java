package io.hellowire.client.cli;

import io.hellowire.client.exchange.BodySink;
import io.hellowire.client.exchange.HeadSink;
import io.hellowire.client.step.StepException;
import io.hellowire.wire.ResponseHead;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Puts the heads of responses before the content, as {@code -i} asks. */
final class IncludedHeads implements BodySink, HeadSink {

    private final BodySink content;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private @Nullable ResponseHead last;

    IncludedHeads(BodySink content) {
        this.content = content;
    }

    @Override
    public void take(ResponseHead head) {
        waiting.writeBytes(head.bytes());
        last = head;
    }

    @Override
    public void begin(ResponseHead head, @Nullable Long lengthBytes) throws StepException {
        content.begin(head, lengthBytes == null ? null : (Long) (lengthBytes + waiting.size()));
    }

    @Override
    public void take(ByteBuffer bytes) throws StepException, InterruptedException {
        giveWaiting();
        content.take(bytes);
    }

    private void giveWaiting() throws StepException, InterruptedException {
        if (waiting.size() > 0) {
            content.take(ByteBuffer.wrap(waiting.toByteArray()));
            waiting.reset();
        }
    }

    /** Gives what is left when no content came. */
    void finish() throws StepException, InterruptedException {
        if (last != null && waiting.size() > 0) {
            content.begin(last, null);
            giveWaiting();
        }
    }
}
