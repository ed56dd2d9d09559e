package io.hellowire.client.cli;

import io.hellowire.client.exchange.BodySink;
import io.hellowire.client.step.StepException;
import io.hellowire.wire.ResponseHead;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Writes the content of a response to a stream, such as standard output. */
final class StreamSink implements BodySink {

    private final OutputStream out;
    private final String name;

    /** @param name what the stream is, for messages */
    StreamSink(OutputStream out, String name) {
        this.out = out;
        this.name = name;
    }

    @Override
    public void begin(ResponseHead head, @Nullable Long lengthBytes) {
        // the stream is open already
    }

    @Override
    public void take(ByteBuffer bytes) throws StepException {
        byte[] piece = new byte[bytes.remaining()];
        bytes.get(piece);
        try {
            out.write(piece);
            out.flush();
        } catch (IOException e) {
            throw FileFailure.notWritten(name, e);
        }
    }
}
