package io.hellowire.server.http1;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.server.connection.Awaited;
import io.hellowire.server.connection.Connection;
import io.hellowire.server.connection.ConnectionLimits;
import io.hellowire.server.connection.ConnectionState.LastAnswer;
import io.hellowire.server.connection.Connections;
import io.hellowire.server.connection.GoingAway;
import io.hellowire.server.connection.Peer;
import io.hellowire.server.connection.Port;
import io.hellowire.server.connection.TimeUp;
import io.hellowire.server.exchange.Abandoned;
import io.hellowire.server.exchange.Received;
import io.hellowire.server.exchange.Rejection;
import io.hellowire.server.exchange.Request;
import io.hellowire.server.exchange.RequestLimits;
import io.hellowire.server.exchange.RequestLimits.RawBodies;
import io.hellowire.wire.HeadLimits;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of requests that do not come to their end, and of those that come too late. */
class UnfinishedRequestTest {

    private static final String GET = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String HALF_A_HEAD = "GET /a HTTP/1.1\r\nHo";
    private static final String HALF_A_BODY = "POST /b HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nab";

    private static final RequestLimits LIMITS = new RequestLimits(HeadLimits.DEFAULT, 100, 100, RawBodies.FORGOTTEN);

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Connection connection =
            new Connections(ConnectionLimits.DEFAULT).open(channel, Port.HTTP, Peer.of(channel));
    private final List<Received> received = new ArrayList<>();
    private final List<Object> events = new ArrayList<>();

    UnfinishedRequestTest() {
        channel.pipeline().addLast(new Http1RequestDecoder(connection, LIMITS, () -> true, head -> null));
        channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext ctx, Object message) {
                received.add((Received) message);
            }

            @Override
            public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
                events.add(event);
            }
        });
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(channel.finishAndReleaseAll()).isFalse();
    }

    @Test
    void aPeerThatBeginsNothingIsGivenUp() {
        timeUp(Awaited.REQUEST);
        assertThat(received).singleElement().isInstanceOfSatisfying(Abandoned.class, abandoned -> {
            assertThat(abandoned.awaited()).isEqualTo(Awaited.REQUEST);
            assertThat(abandoned.limit()).isEqualTo(Duration.ofSeconds(1));
        });
    }

    @Test
    void aHeadThatTakesTooLongIsRefused() {
        receive(HALF_A_HEAD);
        timeUp(Awaited.HEAD);
        assertRefused(408, "the rest of a request's head within 1000 ms");
    }

    @Test
    void aBodyThatTakesTooLongIsRefused() {
        receive(HALF_A_BODY);
        timeUp(Awaited.BODY);
        assertRefused(408, "more of a request's body within 1000 ms");
        assertKept("POST /b", "ab");
    }

    @Test
    void aHeadThatEndsInTheMiddleIsRefused() {
        receive(HALF_A_HEAD);
        end();
        assertRefused(400, "the rest of the request");
    }

    @Test
    void aBodyThatEndsInTheMiddleIsRefused() {
        receive(HALF_A_BODY);
        end();
        assertRefused(400, "the rest of the request");
        assertKept("POST /b", "ab");
    }

    @Test
    void aBodyWithAFaultIsRefusedWithAllThatCameBeforeIt() {
        receive("POST /b HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n6\r\nworld\r\n");
        assertRefused(400, "CRLF after a chunk's data");
        assertKept("POST /b", "abworld\r");
    }

    @Test
    void aPeerThatEndsBetweenRequestsHasDoneNothingWrong() {
        receive(GET);
        end();
        assertThat(received).singleElement().isInstanceOf(Request.class);
        assertThat(events).containsExactly(ChannelInputShutdownEvent.INSTANCE);
    }

    @Test
    void aConnectionThatBreaksInTheMiddleIsShown() {
        receive(HALF_A_BODY);
        channel.pipeline().fireChannelInactive();
        assertThat(received).singleElement().isInstanceOfSatisfying(Abandoned.class, abandoned -> {
            assertThat(abandoned.awaited()).isEqualTo(Awaited.BODY);
            assertThat(abandoned.body().bytes()).isEqualTo(2);
            assertThat(abandoned.limit()).isNull();
        });
    }

    @Test
    void aServerThatGoesLetsARequestFinishThatHasBegun() {
        receive(HALF_A_HEAD);
        channel.pipeline().fireUserEventTriggered(GoingAway.SOON);
        assertThat(events).isEmpty();
        receive("st: x\r\n\r\n");
        assertThat(received).singleElement().isInstanceOf(Request.class);
        channel.pipeline().fireUserEventTriggered(GoingAway.SOON);
        assertThat(events).containsExactly(GoingAway.SOON);
    }

    @Test
    void aHeadThatIsInTheMiddleWhenTheServersTimeIsOverIsRefused() {
        receive(HALF_A_HEAD);
        channel.pipeline().fireUserEventTriggered(GoingAway.NOW);
        assertRefused(503, "the rest of the request before it");
        assertThat(events).containsExactly(GoingAway.NOW);
    }

    @Test
    void aBodyThatIsInTheMiddleWhenTheServersTimeIsOverIsRefused() {
        receive(HALF_A_BODY);
        channel.pipeline().fireUserEventTriggered(GoingAway.NOW);
        assertRefused(503, "the rest of the request before it");
        assertKept("POST /b", "ab");
    }

    @Test
    void whatWaitsUndecodedWhenTheServersTimeIsOverIsNotForgotten() {
        channel.config().setAutoRead(false);
        receive(GET);
        channel.pipeline().fireUserEventTriggered(GoingAway.NOW);
        assertThat(received).isEmpty();
        assertThat(connection.surplus().beginning()).asString(ISO_8859_1).isEqualTo(GET);
    }

    @Test
    void timeThatOthersAreLateForIsTheirs() {
        timeUp(Awaited.READING);
        assertThat(received).isEmpty();
        assertThat(events).hasSize(1);
    }

    @Test
    void whatComesAfterTheLastAnswerIsNotQuiet() {
        connection.lifecycle().lastAnswer(true, System.nanoTime());
        receive("GE");
        assertThat(connection.lifecycle().state()).isEqualTo(LastAnswer.SUDDEN);
    }

    @Test
    void emptyLinesAfterTheLastAnswerSayNothing() {
        connection.lifecycle().lastAnswer(true, System.nanoTime());
        receive("\r\n");
        assertThat(connection.lifecycle().state()).isEqualTo(LastAnswer.ANNOUNCED);
    }

    private void assertRefused(int status, String expected) {
        assertThat(received).singleElement().isInstanceOfSatisfying(Rejection.class, rejection -> {
            assertThat(rejection.status()).isEqualTo(status);
            assertThat(rejection.problem().expected()).contains(expected);
        });
        receive(GET);
        assertThat(received).hasSize(1);
    }

    private void assertKept(String head, String content) {
        assertThat(received).singleElement().isInstanceOfSatisfying(Rejection.class, rejection -> {
            assertThat(rejection.received()).asString().startsWith(head).endsWith("\r\n\r\n");
            assertThat(rejection.body().beginning()).asString().isEqualTo(content);
            assertThat(rejection.body().bytes()).isEqualTo(content.length());
        });
    }

    private void receive(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, ISO_8859_1));
    }

    private void end() {
        channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
    }

    private void timeUp(Awaited awaited) {
        channel.pipeline().fireUserEventTriggered(new TimeUp(awaited, Duration.ofSeconds(1)));
    }
}
