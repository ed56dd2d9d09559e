package io.hellowire.client;

import io.hellowire.client.exchange.Response;
import io.hellowire.client.resolve.Resolution;
import io.hellowire.client.step.Span;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When each part of a transfer ran.
 *
 * @param spans the parts that did run
 * @param total all of it
 */
public record Timing(Map<Part, Span> spans, Span total) {

    public Timing {
        spans = Map.copyOf(spans);
    }

    static Timing of(Transfer transfer) {
        Map<Part, Span> spans = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            Span span = span(part, transfer);
            if (span != null) {
                spans.put(part, span);
            }
        }
        return new Timing(spans, transfer.span());
    }

    /** When a part ran, or {@code null} if it did not. */
    public @Nullable Span of(Part part) {
        return spans.get(part);
    }

    private static @Nullable Span span(Part part, Transfer transfer) {
        Response response = transfer.response();
        Resolution resolution = transfer.connection().resolution();
        Span sending = transfer.exchange() == null ? null : transfer.exchange().sending();
        return switch (part) {
            case DNS -> resolution == null ? null : resolution.span();
            case CONNECT -> transfer.connection().span();
            case PROXY -> proxy(transfer);
            case TLS -> transfer.tls() == null ? null : transfer.tls().span();
            case SEND -> sending;
            case WAIT -> sending == null || response == null ? null : waiting(transfer, sending, response);
            case BODY -> response == null ? null : body(response);
        };
    }

    private static @Nullable Span proxy(Transfer transfer) {
        Span tls =
                transfer.proxy().tls() == null ? null : transfer.proxy().tls().span();
        Span tunnel = transfer.proxy().tunnel() == null
                ? null
                : transfer.proxy().tunnel().span();
        if (tls == null) {
            return tunnel;
        }
        return tunnel == null ? tls : new Span(tls.startNanos(), tunnel.endNanos());
    }

    private static Span waiting(Transfer transfer, Span sending, Response response) {
        Long first = response.wire().firstByteNanos();
        long end = first == null ? transfer.span().endNanos() : first;
        return new Span(sending.endNanos(), Math.max(sending.endNanos(), end));
    }

    private static @Nullable Span body(Response response) {
        Long first = response.wire().firstByteNanos();
        return first == null
                ? null
                : new Span(first, Math.max(first, response.wire().endNanos()));
    }

    /** The parts of a transfer, in their order. */
    public enum Part {
        /** The look-up. */
        DNS,
        /** From the first attempt to the connection. */
        CONNECT,
        /** TLS to the proxy and the request for a tunnel. */
        PROXY,
        /** The handshake. */
        TLS,
        /** Until the system had taken the request. */
        SEND,
        /** Until the first byte came: the server's time and one round trip. */
        WAIT,
        /** From the first byte to the last. */
        BODY;

        /** The name that people and programs read, in lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
