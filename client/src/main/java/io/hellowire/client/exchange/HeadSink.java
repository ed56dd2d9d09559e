package io.hellowire.client.exchange;

import io.hellowire.client.step.StepException;
import io.hellowire.wire.ResponseHead;

/** Takes the heads of responses as they come: those of interim responses, of those on the way, and of the last. */
@FunctionalInterface
public interface HeadSink {

    /** Wants none. */
    HeadSink NONE = head -> {};

    /**
     * Takes one.
     *
     * @throws StepException if it cannot be taken
     */
    void take(ResponseHead head) throws StepException;
}
