package io.hellowire.capture;

import io.hellowire.capture.packet.Side;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;

/** The tap behind TLS: what it sees begins with a handshake that succeeded, and ends with TLS's own good-bye. */
final class InsideTap extends Tap {

    private final ConnectionCapture connection;

    InsideTap(ConnectionCapture connection) {
        this.connection = connection;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslHandshakeCompletionEvent done && done.isSuccess()) {
            connection.openInside(this, ctx.channel());
        } else if (event instanceof SslCloseCompletionEvent closed && closed.isSuccess()) {
            finish(Side.REMOTE);
        }
        ctx.fireUserEventTriggered(event);
    }
}
