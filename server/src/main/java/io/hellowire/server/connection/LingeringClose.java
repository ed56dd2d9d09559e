package io.hellowire.server.connection;

import io.netty.buffer.ByteBuf;
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
    private final Lifecycle lifecycle;

    /** @param connection the one that this closes */
    public LingeringClose(Connection connection) {
        this.connection = connection;
        this.lifecycle = connection.lifecycle();
    }

    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
        if (!lifecycle.close(System.nanoTime())) {
            promise.trySuccess();
            return;
        }
        // The empty buffer is written when all before it are: closing earlier would drop them.
        ctx.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> {
            if (written.isSuccess() && lifecycle.linger(System.nanoTime())) {
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
        if (!lifecycle.isClosing() || isToBeDeciphered()) {
            ctx.fireChannelRead(message);
            return;
        }
        if (message instanceof ByteBuf bytes && !connection.isCutOff()) {
            connection.surplus().take(bytes);
        }
        ReferenceCountUtil.release(message);
    }

    /** What is encrypted shows itself only behind TLS, where nobody takes it for a request any more. */
    private boolean isToBeDeciphered() {
        return connection.tls() != null && !connection.isCutOff();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            lifecycle.inputEnded();
        }
        if (!lifecycle.isClosing()) {
            ctx.fireUserEventTriggered(event);
        } else if (event instanceof TimeUp || lifecycle.isOver()) {
            ctx.close();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (lifecycle.isClosing()) {
            ctx.close();
        } else {
            ctx.fireExceptionCaught(cause);
        }
    }
}
