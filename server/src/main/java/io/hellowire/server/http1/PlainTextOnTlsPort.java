package io.hellowire.server.http1;

import io.hellowire.server.exchange.Rejection;
import io.hellowire.server.exchange.Request;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Refuses what came as plain HTTP to a port that speaks TLS, in words that tell its user what to type instead. */
public final class PlainTextOnTlsPort extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ctx.fireChannelRead(message instanceof Request request ? refused(request) : message);
    }

    private static Rejection refused(Request request) {
        return new Rejection(
                request.onConnection(),
                request.head().bytes(),
                400,
                null,
                "plain HTTP on a port that speaks TLS",
                "https:// in the URL, or the HTTP port",
                request.began());
    }
}
