package io.hellowire.client;

import io.hellowire.client.exchange.BodySink;
import io.hellowire.client.exchange.HeadSink;
import io.hellowire.client.step.StepException;
import io.hellowire.wire.ResponseHead;
import java.nio.ByteBuffer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Gives the content of the last response to one sink, that of responses on the way to another. */
final class FinalContentSink implements BodySink {

    private final BodySink last;
    private final BodySink others;
    private final HeadSink heads;
    private final Predicate<ResponseHead> leadsOn;
    private BodySink current;

    /**
     * @param heads takes those of all responses
     * @param leadsOn whether another request follows a response
     */
    FinalContentSink(BodySink last, BodySink others, HeadSink heads, Predicate<ResponseHead> leadsOn) {
        this.last = last;
        this.others = others;
        this.heads = heads;
        this.leadsOn = leadsOn;
        this.current = others;
    }

    @Override
    public void head(ResponseHead head) throws StepException {
        heads.take(head);
    }

    @Override
    public void begin(ResponseHead head, @Nullable Long lengthBytes) throws StepException {
        current = leadsOn.test(head) ? others : last;
        current.begin(head, lengthBytes);
    }

    @Override
    public void take(ByteBuffer bytes) throws StepException, InterruptedException {
        current.take(bytes);
    }
}
