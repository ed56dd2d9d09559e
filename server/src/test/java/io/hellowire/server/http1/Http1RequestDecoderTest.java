package io.hellowire.server.http1;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.server.connection.Awaited;
import io.hellowire.server.connection.Connection;
import io.hellowire.server.connection.ConnectionLimits;
import io.hellowire.server.connection.ConnectionState.Hold;
import io.hellowire.server.connection.Connections;
import io.hellowire.server.connection.Peer;
import io.hellowire.server.connection.Port;
import io.hellowire.server.exchange.Received;
import io.hellowire.server.exchange.Received.ContinueWanted;
import io.hellowire.server.exchange.Rejection;
import io.hellowire.server.exchange.Request;
import io.hellowire.server.exchange.RequestLimits;
import io.hellowire.server.exchange.RequestLimits.RawBodies;
import io.hellowire.wire.HeadLimits;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Http1RequestDecoderTest {

    private static final String GET = "GET /a HTTP/1.1\r\nhOsT: x \r\n\r\n";
    private static final String UPLOAD =
            "POST /b HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nT: y\r\n\r\n";

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Connection connection;
    private final List<Received> received = new ArrayList<>();

    Http1RequestDecoderTest() {
        RequestLimits limits = new RequestLimits(HeadLimits.DEFAULT, 10, 2, RawBodies.KEPT);
        connection = new Connections(ConnectionLimits.DEFAULT).open(channel, Port.HTTP, Peer.of(channel));
        channel.pipeline().addLast(new Http1RequestDecoder(connection, limits, () -> true, head -> null));
        channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext ctx, Object message) {
                received.add((Received) message);
            }
        });
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(channel.finishAndReleaseAll()).isFalse();
    }

    @ParameterizedTest(name = "in pieces of {0} bytes")
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void readsTheSameRequestsHoweverTheyArrive(int size) {
        String sent = GET + UPLOAD + GET;
        for (int i = 0; i < sent.length(); i += size) {
            receive(sent.substring(i, Math.min(i + size, sent.length())));
        }
        assertThat(received).hasSize(3).allMatch(Request.class::isInstance);
        assertThat(head(0) + head(1) + raw(1) + head(2)).isEqualTo(sent);
        assertThat(request(1).body().bytes()).isEqualTo(3);
        assertThat(request(1).body().beginning()).asString().isEqualTo("ab");
        assertThat(received).extracting(each -> ((Request) each).onConnection()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void decodesNoMoreThanIsWanted() {
        channel.config().setAutoRead(false);
        receive(GET + GET);
        assertThat(received).isEmpty();
        channel.config().setAutoRead(true);
        assertThat(received).hasSize(2);
    }

    @Test
    void doesNotCallAPeerLateWhileWeDoNotRead() {
        receive("GET / HT");
        assertThat(connection.lifecycle().awaited()).isEqualTo(Awaited.HEAD);
        connection.lifecycle().hold(Hold.JOURNAL, System.nanoTime());
        channel.config().setAutoRead(false);
        receive("TP/");
        assertThat(connection.lifecycle().awaited()).isNull();
        connection.lifecycle().release(Hold.JOURNAL, System.nanoTime());
        channel.config().setAutoRead(true);
        assertThat(connection.lifecycle().awaited()).isEqualTo(Awaited.HEAD);
        receive("1.1\r\nHost: a\r\n\r\n");
        assertThat(connection.lifecycle().awaited()).isEqualTo(Awaited.REQUEST);
        assertThat(received).hasSize(1);
    }

    @Test
    void takesABodyAtTheLimit() {
        receive("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n0123456789");
        assertThat(received).singleElement().isInstanceOf(Request.class);
    }

    @Test
    void refusesABodyOverTheLimit() {
        receive("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nb\r\n01234567890\r\n");
        assertThat(received).singleElement().isInstanceOfSatisfying(Rejection.class, rejection -> {
            assertThat(rejection.status()).isEqualTo(413);
            assertThat(rejection.words()).contains("at most 10 bytes");
        });
    }

    @Test
    void asksForNothingAfterARejection() {
        receive("nonsense\r\n" + GET);
        receive(GET);
        assertThat(received).singleElement().isInstanceOf(Rejection.class);
    }

    @Test
    void tellsOfAContinueOnlyWhileTheBodyIsMissing() {
        String expecting = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nExpect: 100-continue\r\n\r\n";
        receive(expecting + "x");
        assertThat(received).hasSize(1);
        receive(expecting);
        assertThat(received).last().isEqualTo(ContinueWanted.NOW);
        receive("x");
        assertThat(received).last().isInstanceOf(Request.class);
    }

    private void receive(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, ISO_8859_1));
    }

    private Request request(int number) {
        return (Request) received.get(number);
    }

    private String head(int number) {
        return new String(request(number).head().bytes(), ISO_8859_1);
    }

    private String raw(int number) {
        return new String(request(number).body().raw(), ISO_8859_1);
    }
}
