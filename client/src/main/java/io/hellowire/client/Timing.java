package io.hellowire.client;

import io.hellowire.client.clock.Span;
import io.hellowire.client.exchange.Response;
import org.jspecify.annotations.Nullable;

/**
 * When each phase of a hop ran. A phase that did not run is {@code null}, never zero.
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

    static Timing of(Hop hop) {
        Response response = hop.response();
        Span sending = hop.sending();
        return new Timing(
                hop.resolution() == null ? null : hop.resolution().span(),
                hop.connecting(),
                proxy(hop),
                hop.tls() == null ? null : hop.tls().span(),
                sending,
                sending == null || response == null ? null : waiting(hop, sending, response),
                response == null ? null : body(response),
                hop.span());
    }

    private static @Nullable Span proxy(Hop hop) {
        Span tls = hop.proxyTls() == null ? null : hop.proxyTls().span();
        Span tunnel = hop.tunnel() == null ? null : hop.tunnel().span();
        if (tls == null) {
            return tunnel;
        }
        return tunnel == null ? tls : new Span(tls.startNanos(), tunnel.endNanos());
    }

    private static Span waiting(Hop hop, Span sending, Response response) {
        Long first = response.wire().firstByteNanos();
        long end = first == null ? hop.span().endNanos() : first;
        return new Span(sending.endNanos(), Math.max(sending.endNanos(), end));
    }

    private static @Nullable Span body(Response response) {
        Long first = response.wire().firstByteNanos();
        return first == null
                ? null
                : new Span(first, Math.max(first, response.wire().endNanos()));
    }
}
