package io.hellowire.server.http1;

import io.hellowire.server.connection.Awaited;
import io.hellowire.server.connection.Connection;
import io.hellowire.server.exchange.Abandoned;
import io.hellowire.server.exchange.Received.ContinueWanted;
import io.hellowire.server.exchange.Rejection;
import io.hellowire.server.exchange.Request;
import io.hellowire.server.exchange.StartTime;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses whatever came as text to a port that speaks TLS, whole or broken off, in words that tell its user what to type
 * instead. What else is wrong with it is said beside that, and is rarely what its user has to mend.
 */
public final class PlainTextOnTlsPort extends ChannelInboundHandlerAdapter {

    private static final int BODY_TOO_LONG = 413;

    private final Connection connection;

    /** @param connection the one whose text it is */
    public PlainTextOnTlsPort(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof Request request) {
            ctx.fireChannelRead(refused(request).with(request.body()));
        } else if (message instanceof Rejection rejection) {
            ctx.fireChannelRead(refused(rejection).with(rejection.body()));
        } else if (message instanceof Abandoned abandoned) {
            giveUp(ctx, abandoned);
        } else if (message != ContinueWanted.NOW) { // the body would be refused
            ctx.fireChannelRead(message);
        }
    }

    private void giveUp(ChannelHandlerContext ctx, Abandoned abandoned) {
        if (abandoned.limit() == null) {
            ctx.fireChannelRead(abandoned.whileAwaiting(Awaited.HANDSHAKE));
            return;
        }
        ctx.fireChannelRead(refused(connection.nextRequest(), abandoned.received(), "text", null, StartTime.now()));
        ctx.fireChannelReadComplete();
    }

    private static Rejection refused(Request request) {
        return refused(request.onConnection(), request.head().bytes(), "HTTP", null, request.began());
    }

    private static Rejection refused(Rejection rejection) {
        if (rejection.status() == BODY_TOO_LONG) { // for a body that is not waited for, and so no fault
            return refused(rejection.onConnection(), rejection.received(), "HTTP", null, rejection.began());
        }
        String found = rejection.problem().foundThere();
        return refused(rejection.onConnection(), rejection.received(), "text", found, rejection.began());
    }

    private static Rejection refused(
            long onConnection, byte[] received, String kind, @Nullable String other, StartTime began) {
        return new Rejection(
                onConnection,
                received,
                400,
                null,
                "plain " + kind + " on a port that speaks TLS" + (other == null ? "" : "; " + other),
                "https:// in the URL, or the HTTP port",
                began);
    }
}
