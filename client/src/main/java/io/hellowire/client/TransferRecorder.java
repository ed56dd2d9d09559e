package io.hellowire.client;

import io.hellowire.client.Transfer.ConnectionFacts;
import io.hellowire.client.Transfer.ProxyFacts;
import io.hellowire.client.connect.Connecting;
import io.hellowire.client.connect.Route;
import io.hellowire.client.exchange.ExchangeFacts;
import io.hellowire.client.exchange.Tunnel;
import io.hellowire.client.resolve.Resolution;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Span;
import io.hellowire.client.step.Timeline;
import io.hellowire.client.tls.TlsFacts;
import io.hellowire.client.url.Target;
import io.hellowire.wire.tls.TlsAlert;
import org.jspecify.annotations.Nullable;

/** Keeps what each step of a transfer has learnt. */
final class TransferRecorder {

    private final Target target;
    private final Timeline timeline;
    private final long startNanos;
    private ConnectionFacts connection = ConnectionFacts.NONE;
    private ProxyFacts proxy = ProxyFacts.NONE;
    private @Nullable TlsFacts tls;
    private @Nullable ExchangeFacts exchange;

    TransferRecorder(Target target, Timeline timeline) {
        this.target = target;
        this.timeline = timeline;
        this.startNanos = timeline.now();
    }

    Timeline timeline() {
        return timeline;
    }

    void keep(Route chosen) {
        connection =
                new ConnectionFacts(chosen, connection.resolution(), connection.attempts(), connection.span(), null);
    }

    void keep(Resolution found) {
        connection = new ConnectionFacts(connection.route(), found, connection.attempts(), connection.span(), null);
    }

    void keep(Connecting tried) {
        connection =
                new ConnectionFacts(connection.route(), connection.resolution(), tried.attempts(), tried.span(), null);
    }

    void keepAnnouncement(String line) {
        connection = new ConnectionFacts(
                connection.route(), connection.resolution(), connection.attempts(), connection.span(), line);
    }

    void keepOfProxy(TlsFacts facts) {
        proxy = new ProxyFacts(facts, proxy.tunnel());
    }

    void keep(Tunnel opened) {
        proxy = new ProxyFacts(proxy.tls(), opened);
        keep(opened.alert());
    }

    /** A second handshake says what became of the first, of which nothing else remains. */
    void keep(TlsFacts facts) {
        tls = tls == null ? facts : facts.after(tls);
    }

    void keep(ExchangeFacts facts) {
        exchange = facts;
        keep(facts.alert());
    }

    /** An alert that came after the handshake is of the innermost TLS. */
    private void keep(@Nullable TlsAlert alert) {
        if (tls != null) {
            tls = tls.with(alert);
        } else if (proxy.tls() != null) {
            proxy = new ProxyFacts(proxy.tls().with(alert), proxy.tunnel());
        }
    }

    Transfer finish(@Nullable Failure failure) {
        Long received = exchange == null || exchange.response() == null || failure != null
                ? null
                : exchange.response().receivedNanos();
        long end = received == null ? timeline.now() : received;
        Span span = new Span(startNanos, Math.max(startNanos, end));
        return new Transfer(target, connection, proxy, tls, exchange, span, failure);
    }
}
