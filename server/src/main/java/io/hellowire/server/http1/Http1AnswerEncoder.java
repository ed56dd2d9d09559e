package io.hellowire.server.http1;

import io.hellowire.server.connection.Cork;
import io.hellowire.server.exchange.Answer;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import org.jspecify.annotations.Nullable;

/**
 * Turns answers into the bytes of one connection. Those to one burst of requests leave in one write, and the last of a
 * connection in one packet with its end.
 */
public final class Http1AnswerEncoder extends ChannelOutboundHandlerAdapter {

    private static final int WRITE_AT_BYTES = 32 * 1024;
    private static final int ANSWER_BYTES = 512;

    private final Http1AnswerBytes bytes;
    private @Nullable ByteBuf burst;
    private boolean last;

    /** @param bytes writes single answers; shared by the connections of an event loop */
    public Http1AnswerEncoder(Http1AnswerBytes bytes) {
        this.bytes = bytes;
    }

    /** An answer whose writer wants to know when it is written leaves at once, with those before it. */
    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (!(message instanceof Answer answer)) {
            ctx.write(message, promise);
            return;
        }
        ByteBuf out = burst == null ? ctx.alloc().directBuffer(ANSWER_BYTES) : burst;
        burst = out;
        bytes.write(answer, out);
        last |= answer.isLast();
        if (!promise.isVoid()) {
            send(ctx, promise);
        } else if (out.readableBytes() >= WRITE_AT_BYTES) {
            flush(ctx);
        }
    }

    @Override
    public void flush(ChannelHandlerContext ctx) {
        send(ctx, ctx.voidPromise());
        ctx.flush();
    }

    private void send(ChannelHandlerContext ctx, ChannelPromise promise) {
        ByteBuf out = burst;
        burst = null;
        if (out == null) {
            return;
        }
        if (last) {
            Cork.put(ctx.channel());
        }
        ctx.write(out, promise);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        if (burst != null) {
            burst.release();
            burst = null;
        }
    }
}
