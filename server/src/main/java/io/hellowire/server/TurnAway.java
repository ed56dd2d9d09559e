package io.hellowire.server;

import io.hellowire.server.connection.Connection;
import io.hellowire.server.connection.Port;
import io.hellowire.server.exchange.Answer;
import io.hellowire.server.exchange.Shape;
import io.hellowire.server.exchange.Status;
import io.hellowire.server.journal.Entry;
import io.hellowire.server.journal.RateLimit;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.util.List;

/**
 * Closes a connection that came when there were too many. On a plain port it says so first; a TLS client could not read
 * it without the very handshake that is to be saved.
 */
final class TurnAway extends ChannelInboundHandlerAdapter {

    private static final List<Answer.Field> TRY_AGAIN = List.of(new Answer.Field("Retry-After", "1"));

    private final Connection connection;
    private final RateLimit entries;

    /** @param entries takes the entry about it */
    TurnAway(Connection connection, RateLimit entries) {
        this.connection = connection;
        this.entries = entries;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        String reason = String.valueOf(connection.refusal());
        entries.add(new Entry.TurnedAway(connection, reason, System.currentTimeMillis()));
        if (connection.port() == Port.HTTP) {
            Status status = Status.of(503);
            ctx.write(new Answer.Text(status, TRY_AGAIN, status.line() + ": " + reason, Shape.LAST), ctx.voidPromise());
            ctx.flush();
        }
        ctx.close();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ReferenceCountUtil.release(message);
    }
}
