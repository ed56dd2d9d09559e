package io.hellowire.capture;

import io.hellowire.capture.packet.Side;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.ChannelOutputShutdownEvent;
import java.io.IOException;
import java.net.SocketAddress;
import java.util.Locale;

/**
 * The tap at the socket, first in the pipeline: it sees what an eavesdropper sees, and what becomes of the connection.
 */
final class OutsideTap extends Tap {

    private final ConnectionCapture connection;
    private final ChannelFutureListener written = this::written;
    private long askedNanos;
    private boolean isOpen;

    OutsideTap(ConnectionCapture connection) {
        this.connection = connection;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        if (ctx.channel().isActive()) {
            open(ctx);
        }
    }

    @Override
    public void connect(ChannelHandlerContext ctx, SocketAddress remote, SocketAddress local, ChannelPromise promise) {
        askedNanos = Clock.nowNanos();
        ctx.connect(remote, local, promise);
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        open(ctx);
        ctx.fireChannelActive();
    }

    /** An accepted connection is active when the tap is added, and is told so once more. */
    private void open(ChannelHandlerContext ctx) {
        if (!isOpen) {
            isOpen = true;
            connection.openOutside(this, ctx.channel(), askedNanos);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        connection.hold();
        try {
            super.channelRead(ctx, message);
        } finally {
            connection.letGo();
        }
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        super.write(ctx, message, promise.unvoid().addListener(written));
    }

    /** Where nobody reads, only a write that fails tells of a reset. */
    private void written(ChannelFuture done) {
        if (!done.isSuccess()) {
            resetIfOf(done.cause());
        }
    }

    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
        Integer linger = ctx.channel().config().getOption(ChannelOption.SO_LINGER);
        if (linger != null && linger == 0) {
            reset(Side.LOCAL);
        }
        super.close(ctx, promise);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            finish(Side.REMOTE);
        } else if (event instanceof ChannelOutputShutdownEvent) {
            finish(Side.LOCAL);
        }
        ctx.fireUserEventTriggered(event);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        resetIfOf(cause);
        ctx.fireExceptionCaught(cause);
    }

    private void resetIfOf(Throwable cause) {
        if (cause instanceof IOException failure && isReset(failure)) {
            reset(Side.REMOTE);
        }
    }

    /** The system has no type for it: NIO, epoll and io_uring each word ECONNRESET, or the EPIPE after it, their way. */
    private static boolean isReset(IOException failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("reset") || message.contains("broken pipe");
    }
}
