package io.hellowire.capture;

import io.hellowire.capture.packet.Conversation;
import io.hellowire.capture.packet.Side;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import org.jspecify.annotations.Nullable;

/** Copies every byte that passes one place of a pipeline into a conversation, and passes it on unchanged. */
abstract class Tap extends ChannelDuplexHandler {

    private @Nullable Conversation conversation;

    /** From now on, what passes belongs to this conversation. */
    final void listen(Conversation opened) {
        this.conversation = opened;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        copy(Side.REMOTE, message);
        ctx.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        copy(Side.LOCAL, message);
        ctx.write(message, promise);
    }

    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
        finish(Side.LOCAL);
        ctx.close(promise);
    }

    /** Whoever has not said that it is done has done so now; if we had not, it was the other who began. */
    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        Conversation current = conversation;
        if (current != null && !current.isFinished(Side.LOCAL)) {
            finish(Side.REMOTE);
            finish(Side.LOCAL);
        }
        ctx.fireChannelInactive();
    }

    final void finish(Side side) {
        if (conversation != null) {
            conversation.finish(side, Clock.nowNanos());
        }
    }

    final void reset(Side side) {
        if (conversation != null) {
            conversation.reset(side, Clock.nowNanos(), null);
        }
    }

    private void copy(Side from, Object message) {
        Conversation current = conversation;
        if (current == null || !(message instanceof ByteBuf bytes)) {
            return;
        }
        long now = Clock.nowNanos();
        int end = bytes.writerIndex();
        for (int i = bytes.readerIndex(); i < end; i += current.mostBytes()) {
            int length = Math.min(current.mostBytes(), end - i);
            current.send(from, ByteBufUtil.getBytes(bytes, i, length, true), now);
        }
    }
}
