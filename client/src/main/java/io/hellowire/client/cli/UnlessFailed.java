package io.hellowire.client.cli;

import io.hellowire.client.exchange.BodySink;
import io.hellowire.client.step.StepException;
import io.hellowire.wire.ResponseHead;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Keeps the content of an error away from where that of a success was to go, as {@code -f} asks. */
final class UnlessFailed implements BodySink {

    private static final int FIRST_ERROR = 400;

    private final BodySink content;
    private boolean isError;

    UnlessFailed(BodySink content) {
        this.content = content;
    }

    @Override
    public void begin(ResponseHead head, @Nullable Long lengthBytes) throws StepException {
        isError = head.status() >= FIRST_ERROR;
        if (!isError) {
            content.begin(head, lengthBytes);
        }
    }

    @Override
    public void take(ByteBuffer bytes) throws StepException, InterruptedException {
        if (!isError) {
            content.take(bytes);
        }
    }
}
