package io.hellowire.server;

import io.hellowire.capture.ConnectionCapture;
import io.hellowire.server.answer.ExchangeHandler;
import io.hellowire.server.connection.Connection;
import io.hellowire.server.connection.ConnectionEnd;
import io.hellowire.server.connection.LingeringClose;
import io.hellowire.server.connection.Peer;
import io.hellowire.server.connection.Port;
import io.hellowire.server.exchange.RequestLimits;
import io.hellowire.server.http1.Http1AnswerEncoder;
import io.hellowire.server.http1.Http1RequestDecoder;
import io.hellowire.server.http1.PlainTextOnTlsPort;
import io.hellowire.server.tls.HandshakeHandler;
import io.hellowire.server.tls.HandshakeTap;
import io.hellowire.server.tls.OwnAlert;
import io.hellowire.server.tls.TlsContexts;
import io.hellowire.server.tls.TlsErrorHandler;
import io.hellowire.server.tls.UnfinishedRecord;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lays out the path through the server, the one place where its order is decided. What a peer sends runs it from top to
 * bottom, what it is sent from bottom to top. Behind TLS the part that speaks the application protocol is put in when
 * the handshake has agreed on one.
 */
final class ServerPipeline extends ChannelInitializer<Channel> {

    private final Port port;
    private final ServerResources resources;
    private final @Nullable TlsContexts tls;
    private final FailureHandler failures = new FailureHandler();

    /**
     * @param port what kind of port these connections come in by
     * @param resources what serves them
     * @param tls how TLS is spoken, {@code null} only where there is none
     */
    ServerPipeline(Port port, ServerResources resources, @Nullable TlsContexts tls) {
        this.port = port;
        this.resources = resources;
        this.tls = tls;
    }

    @Override
    protected void initChannel(Channel channel) {
        Connection connection = resources.connections().open(channel, port, Peer.of(channel));
        LoopResources loop = resources.of(channel.eventLoop());
        connection.whenCutOff(reason -> loop.cutOff(connection, reason));
        ConnectionCapture captured = resources.capture(connection);
        ChannelPipeline pipeline = channel.pipeline();
        if (captured != null) {
            pipeline.addLast("capture", captured.outside());
        }
        pipeline.addLast("connection-end", new ConnectionEnd(resources.connections(), connection));
        pipeline.addLast("lingering-close", new LingeringClose(connection));
        pipeline.addLast("failures", failures); // always the last, so that it sees what no one else handled
        if (connection.refusal() != null) {
            pipeline.addBefore("failures", "answers", new Http1AnswerEncoder(loop.http1()));
            pipeline.addBefore("failures", "turn-away", new TurnAway(connection, loop.turnedAway()));
        } else if (port == Port.HTTPS) {
            addTls(pipeline, connection, loop, captured);
        } else {
            addHttp1(pipeline, connection, loop, resources.requestLimits());
        }
    }

    private void addTls(
            ChannelPipeline pipeline, Connection connection, LoopResources loop, @Nullable ConnectionCapture captured) {
        UnfinishedRecord records = new UnfinishedRecord(connection);
        Consumer<TlsContexts.Handler> secure = captured == null
                ? handler -> pipeline.addBefore("handshake", "tls", handler.tls())
                : handler -> secure(pipeline, handler, captured);
        HandshakeTap tap = new HandshakeTap(
                connection,
                Objects.requireNonNull(tls, "an HTTPS port without TLS"),
                secure,
                () -> plainTextInsteadOfTls(pipeline, connection, loop));
        pipeline.addBefore("failures", "unfinished-record", records);
        pipeline.addBefore("failures", "handshake-tap", tap);
        pipeline.addBefore(
                "failures", "handshake", new HandshakeHandler(connection, tap, loop.failedHandshakes(), protocol -> {
                    OwnAlert ownAlert = new OwnAlert(connection);
                    pipeline.addBefore("tls", "own-alert", ownAlert);
                    pipeline.addAfter("tls", "tls-errors", new TlsErrorHandler(connection, records, ownAlert));
                    pipeline.remove("handshake-tap");
                    pipeline.remove("handshake");
                    addProtocol(protocol, pipeline, connection, loop);
                }));
    }

    private static void secure(ChannelPipeline pipeline, TlsContexts.Handler handler, ConnectionCapture captured) {
        if (handler.secrets() != null) {
            pipeline.addBefore("handshake", "secrets", captured.secrets(handler.tls(), handler.secrets()));
        }
        pipeline.addBefore("handshake", "tls", handler.tls());
        pipeline.addBefore("handshake", "capture-inside", captured.inside());
    }

    /** What ALPN agreed on: HTTP/2 becomes a case of its own here, beside HTTP/1.1 and clients without ALPN. */
    private void addProtocol(
            @Nullable String protocol, ChannelPipeline pipeline, Connection connection, LoopResources loop) {
        if (protocol == null || protocol.equals("http/1.1")) {
            addHttp1(pipeline, connection, loop, resources.requestLimits());
        } else {
            throw new IllegalStateException("protocol: " + protocol + " (expected: one that we offered)");
        }
    }

    private void addHttp1(ChannelPipeline pipeline, Connection connection, LoopResources loop, RequestLimits limits) {
        ExchangeHandler exchange =
                new ExchangeHandler(connection, resources.counter(), resources.policy(), loop.journal());
        Http1RequestDecoder requests =
                new Http1RequestDecoder(connection, limits, exchange::hasRoom, loop.journal()::beginFile);
        pipeline.addBefore("failures", "requests", requests);
        pipeline.addBefore("failures", "answers", new Http1AnswerEncoder(loop.http1()));
        pipeline.addBefore("failures", "exchange", exchange);
    }

    private void plainTextInsteadOfTls(ChannelPipeline pipeline, Connection connection, LoopResources loop) {
        pipeline.remove("handshake");
        connection.lifecycle().handshakeIsOver(System.nanoTime());
        pipeline.remove("unfinished-record");
        addHttp1(pipeline, connection, loop, resources.requestLimits().withoutBodies());
        pipeline.addAfter("requests", "plain-text-on-tls-port", new PlainTextOnTlsPort(connection));
        pipeline.remove("handshake-tap");
    }
}
