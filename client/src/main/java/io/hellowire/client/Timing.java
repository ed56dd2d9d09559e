package io.hellowire.client;

import io.hellowire.client.exchange.ExchangeFacts;
import io.hellowire.client.exchange.Response;
import io.hellowire.client.exchange.Tunnel;
import io.hellowire.client.resolve.Resolution;
import io.hellowire.client.step.Span;
import io.hellowire.client.tls.TlsFacts;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When each part of a transfer ran. No two of them overlap, and what none of them covers is our own time: so all of it
 * adds up to the total.
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

    /** What the network, and the other end, took. */
    public Duration network() {
        return spans.values().stream().map(Span::duration).reduce(Duration.ZERO, Duration::plus);
    }

    /** What we took ourselves. */
    public Duration ours() {
        return total.duration().minus(network());
    }

    /** What the network took until the first byte came, or {@code null} if none did. */
    public @Nullable Duration untilFirstByte() {
        Span body = of(Part.BODY);
        return body == null ? null : network().minus(body.duration());
    }

    private static @Nullable Span span(Part part, Transfer transfer) {
        Response response = transfer.response();
        Resolution resolution = transfer.connection().resolution();
        Span sending = sending(transfer);
        return switch (part) {
            case DNS -> resolution == null ? null : resolution.span();
            case CONNECT -> transfer.connection().span();
            case PROXY -> proxy(transfer);
            case TLS -> transfer.tls() == null ? null : transfer.tls().network();
            case SEND -> sending;
            case WAIT -> sending == null || response == null ? null : waiting(transfer, sending, response);
            case BODY -> response == null ? null : body(transfer, response);
        };
    }

    private static @Nullable Span proxy(Transfer transfer) {
        TlsFacts tls = transfer.proxy().tls();
        Tunnel tunnel = transfer.proxy().tunnel();
        if (tls == null) {
            return tunnel == null ? null : tunnel.span();
        }
        long end = tunnel == null ? tls.span().endNanos() : tunnel.span().endNanos();
        return new Span(tls.span().startNanos(), end).shorter(tls.judging());
    }

    private static @Nullable Span sending(Transfer transfer) {
        ExchangeFacts exchange = transfer.exchange();
        if (exchange == null || (exchange.response() == null && transfer.failure() == null)) {
            return null;
        }
        Span sending = exchange.sending();
        long start = sending == null ? readyNanos(transfer) : sending.startNanos();
        long end = sending == null ? transfer.span().endNanos() : sending.endNanos();
        Long answered =
                exchange.response() == null ? null : exchange.response().wire().firstByteNanos();
        return new Span(start, Math.max(start, answered == null ? end : Math.min(end, answered)));
    }

    /** When there was a connection that a request could be sent on. */
    private static long readyNanos(Transfer transfer) {
        if (transfer.tls() != null) {
            return transfer.tls().span().endNanos();
        }
        Span proxy = proxy(transfer);
        Span connect = transfer.connection().span();
        return proxy != null
                ? proxy.endNanos()
                : connect != null ? connect.endNanos() : transfer.span().startNanos();
    }

    private static Span waiting(Transfer transfer, Span sending, Response response) {
        Long first = response.wire().firstByteNanos();
        long end = first == null ? transfer.span().endNanos() : first;
        return new Span(sending.endNanos(), Math.max(sending.endNanos(), end));
    }

    /** A body that we waited for in vain lasted until we gave up. */
    private static @Nullable Span body(Transfer transfer, Response response) {
        Long first = response.wire().firstByteNanos();
        long last = response.failure() == null
                ? response.wire().endNanos()
                : transfer.span().endNanos();
        return first == null ? null : new Span(first, Math.max(first, last));
    }

    /** The parts of a transfer, in their order. */
    public enum Part {
        /** The look-up. */
        DNS,
        /** From the first attempt to the connection. */
        CONNECT,
        /** TLS to the proxy and the request for a tunnel. */
        PROXY,
        /** The handshake, without our judging of the certificate. */
        TLS,
        /** Until the system had taken the request, or the answer came before that. */
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
