package io.hellowire.client.exchange;

import io.hellowire.client.step.StepException;
import io.hellowire.wire.ResponseHead;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Takes the content of a response, freed from its framing and, if that was asked for, from its coding. */
public interface BodySink {

    /**
     * A head came: that of an interim response, or of the one whose content may follow.
     *
     * @throws StepException if it cannot be taken
     */
    default void head(ResponseHead head) throws StepException {}

    /**
     * The head is there, and content may follow.
     *
     * @param lengthBytes how long the content will be, or {@code null} if nobody knows
     * @throws StepException if it cannot be taken
     */
    void begin(ResponseHead head, @Nullable Long lengthBytes) throws StepException;

    /** Takes all of a piece of content, which is not kept. */
    void take(ByteBuffer bytes) throws StepException, InterruptedException;
}
