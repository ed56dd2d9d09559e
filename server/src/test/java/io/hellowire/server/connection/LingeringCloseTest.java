package io.hellowire.server.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LingeringCloseTest {

    private static final Duration AT_ONCE = Duration.ofNanos(1);

    private final EmbeddedChannel channel = whoseTimeStandsStill();
    private final Connections connections =
            new Connections(new ConnectionLimits(1, null, new Timeouts(AT_ONCE, AT_ONCE, AT_ONCE, AT_ONCE, AT_ONCE)));
    private final Connection connection = connections.open(channel, Port.HTTP, Peer.of(channel));
    private final Lifecycle lifecycle = connection.lifecycle();
    private final SlowSocket socket = new SlowSocket();
    private final List<Object> heard = new ArrayList<>();

    LingeringCloseTest() {
        channel.pipeline().addLast(socket, new LingeringClose(connection), new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext ctx, Object message) {
                heard.add(message);
            }

            @Override
            public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
                heard.add(event);
            }
        });
    }

    @Test
    void closesAtOnceWhenThePeerKnowsThatItIsTheEnd() {
        lifecycle.lastAnswer(true, System.nanoTime());
        channel.pipeline().close();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void waitsForThePeerWhenItMaySendMore() {
        channel.pipeline().close();
        assertThat(channel.isOpen()).isTrue();
        assertThat(lifecycle.awaited()).isEqualTo(Awaited.GOODBYE);
        channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void throwsAwayWhatComesAfterIt() {
        channel.pipeline().close();
        ByteBuf late = Unpooled.wrappedBuffer(new byte[1]);
        channel.writeInbound(late);
        assertThat(late.refCnt()).isZero();
        assertThat(heard).isEmpty();
        channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
    }

    @Test
    void waitsNoLongerThanItsTime() {
        channel.pipeline().close();
        tick();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void closesNoSecondTime() {
        channel.pipeline().close();
        assertThat(channel.pipeline().close().isSuccess()).isTrue();
        assertThat(channel.isOpen()).isTrue();
        tick();
    }

    @Test
    void writesTheRestAlsoForAPeerThatHasClosedItsHalf() {
        socket.isFull = true;
        channel.write(Unpooled.wrappedBuffer(new byte[] {7}));
        channel.pipeline().close();
        channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        assertThat(channel.isOpen()).isTrue();
        socket.takeAll();
        ByteBuf rest = channel.readOutbound();
        assertThat(rest.readByte()).isEqualTo((byte) 7);
        rest.release();
        assertThat(channel.isOpen()).isFalse();
    }

    /** Whose last answer was blocked once, and then not, used to be waited for without end. */
    @Test
    void aPeerThatReadsNothingIsNotWaitedForWithoutEnd() {
        socket.isFull = true;
        lifecycle.lastAnswer(false, System.nanoTime());
        channel.pipeline().close();
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, true);
        assertThat(channel.isOpen()).isTrue();
        tick();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void passesEverythingOnBeforeIt() {
        channel.pipeline().fireUserEventTriggered(GoingAway.SOON);
        channel.writeInbound("read");
        assertThat(heard).containsExactly(GoingAway.SOON, "read");
        channel.pipeline().close();
        tick();
    }

    private static EmbeddedChannel whoseTimeStandsStill() {
        EmbeddedChannel channel = new EmbeddedChannel();
        channel.freezeTime();
        return channel;
    }

    private void tick() {
        channel.advanceTimeBy(1, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
    }

    /** Takes nothing while it is full. */
    private static final class SlowSocket extends ChannelOutboundHandlerAdapter {

        private boolean isFull;
        private ChannelHandlerContext context;

        @Override
        public void handlerAdded(ChannelHandlerContext ctx) {
            context = ctx;
        }

        @Override
        public void flush(ChannelHandlerContext ctx) {
            if (!isFull) {
                ctx.flush();
            }
        }

        void takeAll() {
            isFull = false;
            context.flush();
        }
    }
}
