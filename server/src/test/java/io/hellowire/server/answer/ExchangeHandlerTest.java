package io.hellowire.server.answer;

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
import io.hellowire.server.counter.Counter;
import io.hellowire.server.exchange.Abandoned;
import io.hellowire.server.exchange.Answer;
import io.hellowire.server.exchange.Body;
import io.hellowire.server.exchange.Received.ContinueWanted;
import io.hellowire.server.exchange.Rejection;
import io.hellowire.server.exchange.Request;
import io.hellowire.server.exchange.StartTime;
import io.hellowire.server.journal.Entry;
import io.hellowire.server.journal.LoopJournal;
import io.hellowire.server.journal.RecordedEntries;
import io.hellowire.wire.HeadLimits;
import io.hellowire.wire.HeadReader;
import io.hellowire.wire.MalformedMessageException;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExchangeHandlerTest {

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Connections connections = new Connections(ConnectionLimits.DEFAULT);
    private final Connection connection = connections.open(channel, Port.HTTP, Peer.of(channel));
    private final ManualCounter counter = new ManualCounter();
    private final Wire wire = new Wire();
    private final RecordedEntries journal = new RecordedEntries();

    ExchangeHandlerTest() {
        AnswerPolicy policy = new AnswerPolicy(AnswerOptions.DEFAULT, connections);
        LoopJournal ofLoop = journal.journal(channel.eventLoop());
        channel.pipeline().addLast(wire, new ExchangeHandler(connection, counter, policy, ofLoop));
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(channel.finishAndReleaseAll()).isFalse();
    }

    @Test
    void answersAtOnceWhatTheCounterAnswersAtOnce() {
        counter.answersAtOnce = true;
        receive(request("GET / HTTP/1.1"));
        assertThat(wire.numbers()).containsExactly(0L);
        assertThat(wire.flushes).isEqualTo(1);
        assertThat(channel.config().isAutoRead()).isTrue();
        assertThat(connection.lifecycle().awaited()).isEqualTo(Awaited.REQUEST);
    }

    /** As every Redis client that is built on Netty does; this used to hang the connection. */
    @Test
    void sendsTheAnswerOfACounterThatAnswersLaterOnTheSameEventLoop() {
        receive(request("GET / HTTP/1.1"));
        assertThat(channel.config().isAutoRead()).isFalse();
        assertThat(connection.lifecycle().awaited()).isNull();

        counter.answer();

        assertThat(wire.numbers()).containsExactly(0L);
        assertThat(wire.flushes).isEqualTo(1);
        assertThat(channel.config().isAutoRead()).isTrue();
        assertThat(connection.lifecycle().awaited()).isEqualTo(Awaited.REQUEST);
    }

    @Test
    void sendsTheAnswerOfACounterThatAnswersOnAnotherThread() throws InterruptedException, ExecutionException {
        receive(request("GET / HTTP/1.1"));
        FutureTask<Void> elsewhere = new FutureTask<>(counter::answer, null);
        Thread thread = new Thread(elsewhere, "elsewhere");
        thread.start();
        elsewhere.get();
        channel.runPendingTasks();
        assertThat(wire.numbers()).containsExactly(0L);
        assertThat(wire.flushes).isEqualTo(1);
    }

    @Test
    void refusesWhomTheCounterHasNoNumberFor() {
        receive(request("GET / HTTP/1.1"));
        counter.refuse("away");
        assertThat(wire.statuses()).containsExactly(503);
        assertThat(wire.closed).isTrue();
    }

    @Test
    void endsAfterTheAnswerThatWasAwaitedWhenThePeerHasEnded() {
        receive(request("GET / HTTP/1.1"));
        channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        assertThat(wire.closed).isFalse();
        counter.answer();
        assertThat(wire.answers).singleElement().matches(Answer::isLast);
        assertThat(wire.closed).isTrue();
    }

    @Test
    void doesNotWaitForANumberWhenTheServersTimeIsOver() {
        receive(request("GET / HTTP/1.1"));
        channel.pipeline().fireUserEventTriggered(GoingAway.NOW);
        assertThat(wire.closed).isTrue();
        assertThat(wire.statuses()).containsExactly(503);
        counter.answer();
        assertThat(journal.entries()).singleElement().isInstanceOf(Entry.Rejected.class);
    }

    @Test
    void closesAnIdleConnectionWhenTheServerGoes() {
        channel.pipeline().fireUserEventTriggered(GoingAway.SOON);
        assertThat(wire.closed).isTrue();
        assertThat(connection.lifecycle().state()).isEqualTo(LastAnswer.SUDDEN);
    }

    @Test
    void closesAfterARequestThatSaysItIsTheLast() {
        counter.answersAtOnce = true;
        receive(request("GET / HTTP/1.0"));
        assertThat(wire.answers).singleElement().matches(Answer::isLast);
        assertThat(connection.lifecycle().state()).isEqualTo(LastAnswer.ANNOUNCED);
        assertThat(wire.closed).isTrue();
    }

    @Test
    void answersNothingAfterTheLast() {
        counter.answersAtOnce = true;
        channel.pipeline().fireChannelRead(request("GET / HTTP/1.0"));
        receive(request("GET / HTTP/1.1"));
        assertThat(wire.numbers()).containsExactly(0L);
        assertThat(connection.lifecycle().state()).isEqualTo(LastAnswer.SUDDEN);
    }

    @Test
    void answersARejectionWithItsStatusAndCloses() {
        receive(new Rejection(1, new byte[0], 431, null, "x", "y", StartTime.now()));
        assertThat(wire.statuses()).containsExactly(431);
        assertThat(wire.answers).singleElement().matches(Answer::isLast);
        assertThat(wire.closed).isTrue();
    }

    @Test
    void refusesMethodsWithoutTakingANumber() {
        receive(request("TRACE / HTTP/1.1"));
        assertThat(wire.answers).singleElement().isInstanceOfSatisfying(Answer.Text.class, text -> {
            assertThat(text.status().code()).isEqualTo(405);
            assertThat(text.fields()).extracting(Answer.Field::name).containsExactly("Allow");
        });
        assertThat(counter.waiting).isEmpty();
    }

    @Test
    void saysThatItIsWellWithoutTakingANumber() {
        receive(request("GET /healthz HTTP/1.1"));
        assertThat(wire.statuses()).containsExactly(200);
        connections.goAway();
        receive(request("HEAD /healthz HTTP/1.1"));
        assertThat(wire.statuses()).containsExactly(200, 503);
        assertThat(wire.answers.get(1).bodyBytes()).isZero();
        assertThat(counter.waiting).isEmpty();
    }

    @Test
    void asksForTheBody() {
        receive(ContinueWanted.NOW);
        assertThat(wire.answers).containsExactly(Answer.Interim.CONTINUE);
        assertThat(wire.flushes).isEqualTo(1);
    }

    @Test
    void givesUpWithoutAnAnswer() {
        receive(new Abandoned(Awaited.REQUEST, null, Duration.ZERO));
        assertThat(wire.answers).isEmpty();
        assertThat(wire.closed).isTrue();
    }

    @Test
    void stopsReadingWhileThePeerDoesAndGivesUpWhenItsTimeIsOver() {
        writable(false);
        assertThat(channel.config().isAutoRead()).isFalse();
        assertThat(connection.lifecycle().awaited()).isEqualTo(Awaited.READING);
        writable(true);
        assertThat(channel.config().isAutoRead()).isTrue();
        writable(false);
        channel.pipeline().fireUserEventTriggered(timeUp(Awaited.READING));
        assertThat(wire.closed).isTrue();
    }

    @Test
    void leavesOtherTimesToOthers() {
        channel.pipeline().fireUserEventTriggered(timeUp(Awaited.REQUEST));
        assertThat(wire.closed).isFalse();
    }

    @Test
    void readsOnOnlyWhenNoReasonToWaitIsLeft() {
        receive(request("GET / HTTP/1.1"));
        writable(false);
        counter.answer();
        assertThat(channel.config().isAutoRead()).isFalse();
        writable(true);
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void readsNothingWhileTheJournalHasNoRoom() {
        counter.answersAtOnce = true;
        journal.fill();
        receive(request("GET / HTTP/1.1"));
        assertThat(wire.numbers()).containsExactly(0L);
        assertThat(channel.config().isAutoRead()).isFalse();
        assertThat(connection.lifecycle().awaited()).isNull();
        journal.empty();
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void journalsWhatItAnswers() {
        counter.answersAtOnce = true;
        Request greeted = request("GET /a HTTP/1.1");
        Request checked = request("GET /healthz HTTP/1.1");
        Rejection rejection = new Rejection(3, new byte[0], 400, null, "x", "y", StartTime.now());
        receive(greeted);
        receive(checked);
        receive(rejection);
        assertThat(journal.entries()).hasSize(3);
        assertThat(journal.entries().get(0)).isInstanceOfSatisfying(Entry.Greeted.class, entry -> {
            assertThat(entry.request()).isSameAs(greeted);
            assertThat(entry.answer()).isSameAs(wire.answers.get(0));
        });
        assertThat(journal.entries().get(1))
                .isInstanceOfSatisfying(
                        Entry.Checked.class, entry -> assertThat(entry.answer()).isSameAs(wire.answers.get(1)));
        assertThat(journal.entries().get(2))
                .isInstanceOfSatisfying(
                        Entry.Rejected.class,
                        entry -> assertThat(entry.rejection()).isSameAs(rejection));
    }

    @Test
    void journalsWhatItGivesUp() {
        writable(false);
        channel.pipeline().fireUserEventTriggered(timeUp(Awaited.READING));
        channel.pipeline().fireUserEventTriggered(timeUp(Awaited.READING));
        assertThat(journal.entries()).singleElement().isInstanceOf(Entry.Lost.class);
    }

    private TimeUp timeUp(Awaited awaited) {
        return new TimeUp(awaited, Duration.ofSeconds(1));
    }

    private void writable(boolean writable) {
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, writable);
        channel.runPendingTasks();
    }

    private void receive(Object message) {
        channel.pipeline().fireChannelRead(message).fireChannelReadComplete();
    }

    private Request request(String line) {
        byte[] bytes = (line + "\r\nHost: a\r\n\r\n").getBytes(ISO_8859_1);
        try {
            var head = HeadReader.ofRequests(HeadLimits.DEFAULT).read(Unpooled.wrappedBuffer(bytes));
            return new Request(connection.nextRequest(), head, Body.EMPTY, StartTime.now());
        } catch (MalformedMessageException e) {
            throw new AssertionError(e);
        }
    }

    /** Answers when it is told to. */
    private static final class ManualCounter implements Counter {

        private final Queue<Taker> waiting = new ArrayDeque<>();
        private boolean answersAtOnce;
        private long next;

        @Override
        public void next(Taker taker) {
            if (answersAtOnce) {
                taker.take(next++);
            } else {
                waiting.add(taker);
            }
        }

        void answer() {
            waiting.remove().take(next++);
        }

        void refuse(String reason) {
            waiting.remove().takeNone(reason);
        }
    }

    /** Keeps what is written, as the encoder of a protocol would. */
    private static final class Wire extends ChannelOutboundHandlerAdapter {

        private final List<Answer> answers = new ArrayList<>();
        private int flushes;
        private boolean closed;

        @Override
        public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
            answers.add((Answer) message);
        }

        @Override
        public void flush(ChannelHandlerContext ctx) {
            flushes++;
        }

        @Override
        public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
            closed = true;
            ctx.close(promise);
        }

        List<Integer> statuses() {
            return answers.stream().map(answer -> answer.status().code()).toList();
        }

        List<Long> numbers() {
            return answers.stream()
                    .map(answer -> ((Answer.Counted) answer).number())
                    .toList();
        }
    }
}
