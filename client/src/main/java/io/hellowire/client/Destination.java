package io.hellowire.client;

import io.hellowire.client.exchange.BodySink;
import io.hellowire.client.exchange.HeadSink;
import io.hellowire.client.exchange.HeaderChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where what is fetched goes.
 *
 * @param content takes the content of the last response, {@code null} to keep no more than a sample
 * @param heads takes the heads of all responses
 * @param fields what this asks of the request, such as Range
 */
public record Destination(@Nullable BodySink content, HeadSink heads, List<HeaderChange> fields) {

    /** Nowhere but into the report. */
    public static final Destination REPORT = new Destination(null, HeadSink.NONE, List.of());

    public Destination {
        fields = List.copyOf(fields);
    }
}
