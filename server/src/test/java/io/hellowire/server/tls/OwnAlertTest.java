package io.hellowire.server.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.server.connection.Connection;
import io.hellowire.server.connection.ConnectionLimits;
import io.hellowire.server.connection.Connections;
import io.hellowire.server.connection.Peer;
import io.hellowire.server.connection.Port;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.ReferenceCountUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OwnAlertTest {

    private static final byte[] CAME = {23, 3, 3, 0, 1, 0};

    /** Sealed as TLS 1.3 does, so that nobody can tell what it is. */
    private static final byte[] TWO_BYTES = {23, 3, 3, 0, 19};

    private static final byte[] ALERT_IN_THE_CLEAR = {21, 3, 3, 0, 19};

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Connection connection =
            new Connections(ConnectionLimits.DEFAULT).open(channel, Port.HTTPS, Peer.of(channel));
    private final OwnAlert ownAlert = new OwnAlert(connection);
    private final Encryption tls = new Encryption();

    OwnAlertTest() {
        channel.pipeline().addLast(ownAlert).addLast("tls", tls).addLast("above", new ChannelInboundHandlerAdapter());
        connection.lifecycle().handshakeIsOver(System.nanoTime());
    }

    @AfterEach
    void nothingIsLeftBehind() {
        channel.finishAndReleaseAll();
    }

    @Test
    void twoBytesOfAnAnswerAreNone() {
        channel.pipeline().context("tls").write(record(TWO_BYTES));
        channel.runPendingTasks();
        assertThat(tls.heard).isZero();
    }

    @Test
    void whatTlsSaysWhileItReadsIsOne() {
        tls.says = TWO_BYTES;
        channel.writeInbound(Unpooled.wrappedBuffer(CAME));
        assertThat(tls.heard).as("what came, and one more record").isEqualTo(2);
    }

    /** As a burst does that is longer than the encoder's buffer. */
    @Test
    void twoBytesOfAnAnswerThatIsFlushedInAReadAreNone() {
        tls.answers = TWO_BYTES;
        channel.writeInbound(Unpooled.wrappedBuffer(CAME));
        assertThat(tls.heard).isOne();
    }

    @Test
    void inTheClearItSaysSo() {
        channel.pipeline().context("tls").write(record(ALERT_IN_THE_CLEAR));
        channel.runPendingTasks();
        assertThat(tls.heard).isOne();
    }

    @Test
    void atTheEndOfAConnectionIsNoError() {
        connection.lifecycle().lastAnswer(true, System.nanoTime());
        tls.says = TWO_BYTES;
        channel.writeInbound(Unpooled.wrappedBuffer(CAME));
        assertThat(tls.heard).isOne();
    }

    private static ByteBuf record(byte[] header) {
        return Unpooled.wrappedBuffer(header, new byte[19]);
    }

    /** Hears records, and says something when it hears the first. */
    private final class Encryption extends ChannelDuplexHandler {

        private byte[] says = {};
        private byte[] answers = {};
        private int heard;

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            ReferenceCountUtil.release(message);
            heard++;
            if (heard == 1 && says.length > 0) {
                ctx.write(record(says));
            }
            if (heard == 1 && answers.length > 0) {
                ownAlert.sendAnswers(channel.pipeline().context("above"));
            }
        }

        @Override
        public void flush(ChannelHandlerContext ctx) {
            if (answers.length > 0) {
                ctx.write(record(answers));
            }
            ctx.flush();
        }
    }
}
