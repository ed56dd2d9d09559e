package io.hellowire.client.tls;

import io.hellowire.capture.ConnectionCapture;
import io.hellowire.capture.secrets.SecretSource;
import io.hellowire.client.connect.Connection;
import io.hellowire.client.step.Deadline;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Span;
import io.hellowire.client.tls.TlsFacts.Agreed;
import io.hellowire.client.tls.TlsFacts.Hello;
import io.hellowire.client.tls.TlsOptions.ServerName;
import io.hellowire.client.url.Host;
import io.hellowire.wire.text.AddressText;
import io.hellowire.wire.tls.TlsAlert;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** The handshake that makes an open connection an encrypted one. */
public final class Handshake {

    private final TlsContext context;
    private final TlsOptions options;

    public Handshake(TlsContext context) {
        this.context = context;
        this.options = context.options();
    }

    /**
     * Shakes hands with the server, whose certificate must be valid for the host.
     *
     * @return how it went; a failure is part of the answer
     */
    public TlsFacts with(Host host, Connection connection, Deadline deadline) throws InterruptedException {
        String serverName = serverName(host);
        PeerVerifier verifier = context.newVerifier(reference(host));
        HelloTap tap = new HelloTap(connection.timeline());
        SslHandler handler = newHandler(connection.channel(), serverName);

        long start = connection.timeline().now();
        AtomicLong end = new AtomicLong();
        Future<Channel> done = handler.handshakeFuture()
                .addListener(ended -> end.set(connection.timeline().now()));
        try {
            connection.addLayers(layers(connection, tap, handler, verifier));
        } catch (ClosedChannelException e) {
            Span none = new Span(start, connection.timeline().now());
            TlsFacts facts = new Outcome(serverName, verifier, tap, handler, none).failed(e, deadline);
            ReferenceCountUtil.release(handler.engine()); // nobody else will, as the handler was never used
            return facts;
        }
        connection.startReading();
        boolean inTime = done.await(deadline.remainingNanos(), TimeUnit.NANOSECONDS);

        long begun = tap.firstSentNanos() == null ? start : tap.firstSentNanos();
        Span span = new Span(
                begun,
                inTime && end.get() >= begun ? end.get() : connection.timeline().now());
        Outcome outcome = new Outcome(serverName, verifier, tap, handler, span);
        if (inTime && done.isSuccess()) {
            return outcome.succeeded();
        }
        if (inTime) {
            throwIfOurs(done.cause());
        }
        return outcome.failed(inTime ? done.cause() : null, deadline);
    }

    /** An error of our own, while we judged the certificate, is no failure of the handshake, which it only ended. */
    private static void throwIfOurs(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof Error error) {
                throw error;
            }
        }
    }

    private List<ChannelHandler> layers(
            Connection connection, HelloTap tap, SslHandler handler, PeerVerifier verifier) {
        ConnectionCapture captured = connection.captured();
        SecretSource secrets = context.secrets();
        List<ChannelHandler> layers = new ArrayList<>(List.of(new TunnelEnd(), tap));
        if (captured != null && secrets != null) {
            layers.add(captured.secrets(handler, secrets));
        }
        layers.add(handler);
        layers.add(new JudgeCalled(handler.engine(), verifier));
        if (captured != null) {
            layers.add(captured.inside());
        }
        return layers;
    }

    private @Nullable String serverName(Host host) {
        if (options.server().serverName() instanceof ServerName.Given given) {
            return given.name();
        }
        boolean ofHost = options.server().serverName() instanceof ServerName.OfHost;
        return ofHost && host instanceof Host.Name name ? name.withoutDot() : null;
    }

    private String reference(Host host) {
        if (options.server().verifyName() != null) {
            return options.server().verifyName();
        }
        return host instanceof Host.Name name ? name.withoutDot() : AddressText.of(((Host.Address) host).address());
    }

    /** Without the peer's name and port, so that no session is resumed: every handshake shows its certificate. */
    private SslHandler newHandler(Channel channel, @Nullable String serverName) {
        SslHandler handler = context.netty().newHandler(channel.alloc());
        handler.setHandshakeTimeoutMillis(0); // the deadline is ours
        if (serverName != null) {
            new ServerNameIndication(serverName).addTo(handler.engine());
        }
        return handler;
    }

    /** Gathers the facts of one handshake. */
    private final class Outcome {

        private final @Nullable String serverName;
        private final PeerVerifier verifier;
        private final HelloTap tap;
        private final SslHandler handler;
        private final Span span;

        Outcome(@Nullable String serverName, PeerVerifier verifier, HelloTap tap, SslHandler handler, Span span) {
            this.serverName = serverName;
            this.verifier = verifier;
            this.tap = tap;
            this.handler = handler;
            this.span = span;
        }

        TlsFacts succeeded() {
            SSLSession session = handler.engine().getSession();
            String protocol = handler.applicationProtocol();
            return facts(
                    new Agreed(session.getProtocol(), session.getCipherSuite(), tap.group(), protocol), null, null);
        }

        TlsFacts failed(@Nullable Throwable cause, Deadline deadline) {
            TlsFailure failure = new TlsFailure(options, verifier.verdict(), tap);
            return facts(
                    Agreed.only(tap.group()),
                    cause == null ? null : failure.alert(cause),
                    cause == null ? failure.tooSlow(deadline) : failure.explain(cause));
        }

        private TlsFacts facts(Agreed agreed, @Nullable TlsAlert alert, @Nullable Failure failure) {
            Hello hello = new Hello(options.offer().versions(), serverName, context.libraryName());
            return new TlsFacts(hello, agreed, verifier.verdict(), alert, span, verifier.judging(), failure);
        }
    }
}
