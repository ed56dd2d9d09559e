package io.hellowire.client.exchange;

import io.hellowire.client.step.StepException;
import io.hellowire.wire.ResponseHead;
import org.jspecify.annotations.Nullable;

/** Takes the content of a response, freed from its framing and, if that was asked for, from its coding. */
public interface BodySink {

    /**
     * The head is there, and content may follow.
     *
     * @param lengthBytes how long the content will be, or {@code null} if nobody knows
     * @throws StepException if it cannot be taken
     */
    void begin(ResponseHead head, @Nullable Long lengthBytes) throws StepException;

    /** Takes a piece of content. */
    void take(byte[] bytes, int length) throws StepException;
}
