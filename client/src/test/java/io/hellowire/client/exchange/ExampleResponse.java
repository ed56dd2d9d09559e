package io.hellowire.client.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hellowire.client.connect.Arrival;
import io.hellowire.client.step.Deadline;
import io.hellowire.wire.HeadReader;
import io.hellowire.wire.MalformedMessageException;
import io.hellowire.wire.ResponseHead;
import io.netty.buffer.Unpooled;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/** Reads a response to GET in TLS from what arrives. */
public final class ExampleResponse {

    private static final int SAMPLE_BYTES = 182;

    private ExampleResponse() {}

    /** The response. */
    public static Response of(Arrival... arriving) throws InterruptedException {
        Deque<Arrival> arrivals = new ArrayDeque<>(List.of(arriving));
        try (Inflow inflow = new Inflow(deadline -> arrivals.remove(), SAMPLE_BYTES)) {
            ResponseOptions usual = ResponseOptions.defaults();
            return new ResponseReader(usual, "GET", Security.TLS, inflow, Deadline.NONE).read(new ContentSample(0));
        }
    }

    /** The head of one. */
    public static ResponseHead head(String text) throws MalformedMessageException {
        return Objects.requireNonNull(
                HeadReader.ofResponses(ResponseOptions.HEAD_LIMITS).read(Unpooled.copiedBuffer(text, ISO_8859_1)));
    }
}
