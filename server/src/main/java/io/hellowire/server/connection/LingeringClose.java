package io.hellowire.server.connection;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;

/**
 * Closes so that the last answer arrives. Closing a socket while bytes of the peer are unread resets the connection,
 * and the reset makes the peer's system throw away what it had not yet read (RFC 9112 section 9.6). So the way out is
 * closed first; what still comes in is read and thrown away until the peer closes too, or its time is up.
 */
public final class LingeringClose extends ChannelDuplexHandler {

    private final Connection connection;
    private boolean closing;
    private boolean inputIsOver;

    /** @param connection the one this closes */
    public LingeringClose(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
        if (closing) {
            promise.trySuccess();
            return;
        }
        closing = true;
        connection.awaits(Wait.GOODBYE, System.nanoTime());
        // The empty buffer is written when all before it are: closing earlier would drop them.
        ctx.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> {
            if (written.isSuccess() && !inputIsOver && !connection.isSettled()) {
                promise.trySuccess();
                shutDownOutput(ctx);
            } else {
                Cork.pull(ctx.channel());
                ctx.close(promise);
            }
        });
    }

    private static void shutDownOutput(ChannelHandlerContext ctx) {
        if (ctx.channel() instanceof DuplexChannel duplex && !duplex.isOutputShutdown()) {
            duplex.shutdownOutput();
        }
        ctx.channel().config().setAutoRead(true);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (closing) {
            ReferenceCountUtil.release(message);
        } else {
            ctx.fireChannelRead(message);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            inputIsOver = true;
        }
        boolean over = inputIsOver || event instanceof TimeUp;
        if (closing && over) {
            ctx.close();
        } else if (!closing) {
            ctx.fireUserEventTriggered(event);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (closing) {
            ctx.close();
        } else {
            ctx.fireExceptionCaught(cause);
        }
    }
}
