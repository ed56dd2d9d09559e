package io.hellowire.client;

import io.hellowire.client.connect.Attempt;
import io.hellowire.client.connect.Route;
import io.hellowire.client.exchange.Request;
import io.hellowire.client.exchange.Response;
import io.hellowire.client.exchange.Tunnel;
import io.hellowire.client.resolve.Resolution;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Span;
import io.hellowire.client.tls.TlsFacts;
import io.hellowire.client.url.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One URL's part of a fetch, step by step: a redirect makes another transfer. A step that was not reached, or not needed, is
 * {@code null}; one that failed has its failure in it.
 *
 * @param target what was to be fetched
 * @param route where the connection went
 * @param resolution the addresses found
 * @param attempts every try to connect
 * @param connecting when they were made
 * @param proxyTls how TLS to the proxy went
 * @param tunnel how the proxy was asked for a connection
 * @param tls how TLS to the target went
 * @param request what was sent, or was to be
 * @param sending when it was sent
 * @param response what came back
 * @param content the first bytes of the content, decoded, where that was asked for
 * @param span from the beginning of this transfer to its end
 * @param failure why this transfer did not do what it should, or {@code null} if it did
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares transfers
public record Transfer(
        Target target,
        @Nullable Route route,
        @Nullable Resolution resolution,
        List<Attempt> attempts,
        @Nullable Span connecting,
        @Nullable TlsFacts proxyTls,
        @Nullable Tunnel tunnel,
        @Nullable TlsFacts tls,
        @Nullable Request request,
        @Nullable Span sending,
        @Nullable Response response,
        byte @Nullable [] content,
        Span span,
        @Nullable Failure failure) {

    public Transfer {
        attempts = List.copyOf(attempts);
    }

    /** A transfer of which nothing but the request is known, since nothing was sent. */
    public static Transfer notTravelled(Target target, Request request) {
        return new Transfer(
                target, null, null, List.of(), null, null, null, null, request, null, null, null, new Span(0, 0), null);
    }

    /** How long each phase took. */
    public Timing timing() {
        return Timing.of(this);
    }
}
