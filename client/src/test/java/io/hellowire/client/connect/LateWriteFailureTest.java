package io.hellowire.client.connect;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LateWriteFailureTest {

    private static final IOException BROKEN_PIPE = new IOException("Broken pipe");

    private final EmbeddedChannel channel = new EmbeddedChannel(new BrokenPipe(), new LateWriteFailure());

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(channel.finishAndReleaseAll()).isFalse();
    }

    @Test
    void isToldAfterTheLastWordsOfThePeer() {
        ChannelFuture written = channel.writeAndFlush(bytes("request"));
        assertThat(written.isDone()).isFalse();

        channel.writeInbound(bytes("reason"));
        assertThat(written.isDone()).isFalse();
        ByteBuf reason = channel.readInbound();
        assertThat(reason.toString(US_ASCII)).isEqualTo("reason");
        reason.release();

        channel.close();
        assertThat(written.cause()).isSameAs(BROKEN_PIPE);
    }

    @Test
    void isToldAtOnceWhenThePeerHasNothingToDoWithIt() {
        assertThat(channel.writeAndFlush("no bytes").cause()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void isToldAtOnceWhenNobodyReads() {
        channel.config().setAutoRead(false);

        assertThat(channel.writeAndFlush(bytes("request")).cause()).isSameAs(BROKEN_PIPE);
    }

    @Test
    void isToldAtOnceWhenThereIsNothingMoreToRead() {
        channel.close();

        assertThat(channel.writeAndFlush(bytes("request")).cause()).isNotNull();
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, US_ASCII);
    }

    /** What the system does after a peer has reset the connection. */
    private static final class BrokenPipe extends ChannelOutboundHandlerAdapter {
        @Override
        public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
            ReferenceCountUtil.release(message);
            promise.setFailure(message instanceof ByteBuf ? BROKEN_PIPE : new UnsupportedOperationException());
        }
    }
}
