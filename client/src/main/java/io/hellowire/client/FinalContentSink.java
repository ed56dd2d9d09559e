package io.hellowire.client;

import io.hellowire.client.exchange.BodySink;
import io.hellowire.client.step.StepException;
import io.hellowire.wire.ResponseHead;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Gives the content of the last response to one sink, that of redirects on the way to another. */
final class FinalContentSink implements BodySink {

    private final BodySink last;
    private final BodySink others;
    private final boolean following;
    private BodySink current;

    FinalContentSink(BodySink last, BodySink others, FetchOptions options) {
        this.last = last;
        this.others = others;
        this.following = options.overall().mostRedirects() != null;
        this.current = others;
    }

    @Override
    public void begin(ResponseHead head, @Nullable Long lengthBytes) throws StepException {
        current = following && Redirects.isRedirect(head) ? others : last;
        current.begin(head, lengthBytes);
    }

    @Override
    public void take(ByteBuffer bytes) throws StepException, InterruptedException {
        current.take(bytes);
    }
}
