package io.hellowire.client;

import io.hellowire.client.exchange.Response;
import io.hellowire.client.step.Span;
import org.jspecify.annotations.Nullable;

/**
 * When each phase of a transfer ran. A phase that did not run is {@code null}, never zero.
 *
 * @param dns the look-up
 * @param connect from the first attempt to the connection
 * @param proxy TLS to the proxy and the request for a tunnel
 * @param tls the handshake
 * @param send until the system had taken the request
 * @param waiting until the first byte came: the server's time and one round trip
 * @param body from the first byte to the last
 * @param total all of it
 */
public record Timing(
        @Nullable Span dns,
        @Nullable Span connect,
        @Nullable Span proxy,
        @Nullable Span tls,
        @Nullable Span send,
        @Nullable Span waiting,
        @Nullable Span body,
        Span total) {

    static Timing of(Transfer transfer) {
        Response response = transfer.response();
        Span sending = transfer.exchange() == null ? null : transfer.exchange().sending();
        return new Timing(
                transfer.connection().resolution() == null
                        ? null
                        : transfer.connection().resolution().span(),
                transfer.connection().span(),
                proxy(transfer),
                transfer.tls() == null ? null : transfer.tls().span(),
                sending,
                sending == null || response == null ? null : waiting(transfer, sending, response),
                response == null ? null : body(response),
                transfer.span());
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
}
