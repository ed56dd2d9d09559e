package io.hellowire.client;

import io.hellowire.client.connect.Attempt;
import io.hellowire.client.connect.Route;
import io.hellowire.client.exchange.ExchangeFacts;
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
 * One URL's part of a fetch, step by step: a redirect makes another transfer. A step that was not reached, or not
 * needed, is {@code null}; one that failed has its failure in it.
 *
 * @param target what was to be fetched
 * @param connection how the connection came about
 * @param proxy what was agreed on with a proxy
 * @param tls how TLS to the target went
 * @param exchange what was sent, and what came back
 * @param span from the beginning of this transfer to its end
 * @param failure why this transfer did not do what it should, or {@code null} if it did
 */
public record Transfer(
        Target target,
        ConnectionFacts connection,
        ProxyFacts proxy,
        @Nullable TlsFacts tls,
        @Nullable ExchangeFacts exchange,
        Span span,
        @Nullable Failure failure) {

    /** A transfer of which nothing but the request is known, since nothing was sent. */
    public static Transfer notBegun(Target target, Request request) {
        return new Transfer(
                target,
                ConnectionFacts.NONE,
                ProxyFacts.NONE,
                null,
                ExchangeFacts.notSent(request),
                new Span(0, 0),
                null);
    }

    /** What was sent, or was to be, or {@code null} if it did not come to that. */
    public @Nullable Request request() {
        return exchange == null ? null : exchange.request();
    }

    /** What came back, or {@code null}. */
    public @Nullable Response response() {
        return exchange == null ? null : exchange.response();
    }

    /** How long each phase took. */
    public Timing timing() {
        return Timing.of(this);
    }

    /**
     * How a connection came about.
     *
     * @param route where it went
     * @param resolution the addresses found
     * @param attempts every try to connect
     * @param span when they were made
     * @param announcement the PROXY line that was sent first, without its line end, or {@code null} if none was
     */
    public record ConnectionFacts(
            @Nullable Route route,
            @Nullable Resolution resolution,
            List<Attempt> attempts,
            @Nullable Span span,
            @Nullable String announcement) {

        static final ConnectionFacts NONE = new ConnectionFacts(null, null, List.of(), null, null);

        public ConnectionFacts {
            attempts = List.copyOf(attempts);
        }
    }

    /**
     * How a proxy was passed.
     *
     * @param tls how TLS to it went
     * @param tunnel how it was asked for a connection
     */
    public record ProxyFacts(
            @Nullable TlsFacts tls, @Nullable Tunnel tunnel) {

        /** There was none, or none that had to be asked. */
        public static final ProxyFacts NONE = new ProxyFacts(null, null);
    }
}
