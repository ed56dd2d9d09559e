package io.hellowire.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.hellowire.server.connection.Connection;
import io.hellowire.server.connection.Port;
import io.hellowire.server.journal.Entry;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;

/**
 * Closes a connection that came when there were too many. On a plain port it says so first; a TLS client could not read
 * it without the very handshake that is to be saved.
 */
final class TurnAway extends ChannelInboundHandlerAdapter {

    private final Connection connection;
    private final LoopResources loop;

    TurnAway(Connection connection, LoopResources loop) {
        this.connection = connection;
        this.loop = loop;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        String reason = String.valueOf(connection.refusal());
        loop.turnedAway().add(new Entry.TurnedAway(connection, reason, System.currentTimeMillis()));
        if (connection.port() == Port.HTTP) {
            String body = "503 Service Unavailable: " + reason + "\n";
            String answer = "HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/plain; charset=utf-8\r\n"
                    + "Content-Length: " + body.length() + "\r\nRetry-After: 1\r\nConnection: close\r\n\r\n" + body;
            ctx.write(Unpooled.copiedBuffer(answer, US_ASCII), ctx.voidPromise());
        }
        ctx.flush();
        ctx.close();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ReferenceCountUtil.release(message);
    }
}
