package io.hellowire.server.tls;

import io.hellowire.server.connection.Connection;
import io.hellowire.server.connection.GoingAway;
import io.hellowire.server.connection.TimeUp;
import io.hellowire.server.connection.TlsFacts;
import io.hellowire.server.journal.Entry;
import io.hellowire.server.journal.RateLimit;
import io.hellowire.wire.tls.ClientHello;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.nio.channels.ClosedChannelException;
import java.util.function.Consumer;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the handshake to end: well, and the protocol that was agreed on takes over; or badly, and there is exactly
 * one entry that says why.
 */
public final class HandshakeHandler extends ChannelInboundHandlerAdapter {

    private final Connection connection;
    private final HandshakeTap tap;
    private final RateLimit failures;
    private final Consumer<@Nullable String> whenAgreed;
    private boolean over;

    /**
     * @param connection the one that is secured
     * @param tap reads along before the TLS handler
     * @param failures takes the entry if it fails
     * @param whenAgreed takes the application protocol, {@code null} if none was agreed on, takes out the tap and this
     *     handler and puts in what speaks the protocol
     */
    public HandshakeHandler(
            Connection connection, HandshakeTap tap, RateLimit failures, Consumer<@Nullable String> whenAgreed) {
        this.connection = connection;
        this.tap = tap;
        this.failures = failures;
        this.whenAgreed = whenAgreed;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslHandshakeCompletionEvent completion) {
            if (completion.isSuccess()) {
                succeeded(ctx);
            } else {
                fail(ctx, HandshakeFailure.reason(completion.cause(), tap.alert(), tap.mismatch()));
            }
        } else if (event instanceof ChannelInputShutdownEvent) { // without its other half no handshake ends
            fail(ctx, HandshakeFailure.reason(new ClosedChannelException(), tap.alert(), tap.mismatch()));
        } else if (event instanceof HelloRefusal refusal) {
            fail(ctx, refusal.reason());
        } else if (event instanceof TimeUp timeUp) {
            tell("not finished within " + timeUp.limit().toMillis() + " ms");
            end(ctx);
        } else if (event instanceof GoingAway) {
            over = true;
            ctx.close();
        }
        ctx.fireUserEventTriggered(event);
    }

    private void succeeded(ChannelHandlerContext ctx) {
        over = true;
        SslHandler tls = ctx.pipeline().get(SslHandler.class);
        SSLSession session = tls.engine().getSession();
        ClientHello hello = tap.hello();
        String serverName = hello == null ? null : hello.serverName();
        String protocol = tls.applicationProtocol();
        connection.secured(new TlsFacts(
                session.getProtocol(),
                session.getCipherSuite(),
                serverName,
                protocol,
                ClientCertificates.of(tls.engine())));
        connection.lifecycle().handshakeIsOver(System.nanoTime());
        whenAgreed.accept(protocol);
    }

    /** A peer that came and went and said nothing has not begun a handshake, so none has failed. */
    private void fail(ChannelHandlerContext ctx, String reason) {
        if (tap.received() > 0) {
            tell(reason);
        }
        end(ctx);
    }

    private void tell(String reason) {
        if (!over) {
            long now = System.currentTimeMillis();
            failures.add(new Entry.HandshakeFailed(connection, tap.hello(), reason, tap.received(), now));
        }
    }

    private void end(ChannelHandlerContext ctx) {
        over = true;
        ctx.close();
    }

    /** The same failure comes once more as an exception, which has been told. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!over) {
            fail(ctx, HandshakeFailure.reason(cause, tap.alert(), tap.mismatch()));
        }
    }
}
