package io.hellowire.client.connect;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Tells of a write that failed only after all that had arrived was read. A peer that gives up says why, in a response
 * or an alert, and closes; our next write then fails, often before its last words have been looked at.
 */
final class LateWriteFailure extends ChannelDuplexHandler {

    private final Queue<Runnable> untold = new ArrayDeque<>();

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        ChannelPromise told = promise.unvoid();
        ctx.write(message).addListener((ChannelFuture written) -> {
            if (written.isSuccess()) {
                told.trySuccess();
            } else if (written.cause() instanceof IOException && mayReadMore(ctx)) {
                untold.add(() -> told.tryFailure(written.cause()));
            } else {
                told.tryFailure(written.cause());
            }
        });
    }

    private static boolean mayReadMore(ChannelHandlerContext ctx) {
        return ctx.channel().isActive() && ctx.channel().config().isAutoRead();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        ctx.fireChannelInactive();
        for (Runnable next = untold.poll(); next != null; next = untold.poll()) {
            next.run();
        }
    }
}
