package io.hellowire.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.server.journal.JournalOptions.Destination;
import io.hellowire.server.journal.JournalOptions.HealthChecks;
import io.hellowire.server.journal.JournalOptions.Overflow;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How the text of one loop gets out, with a sink that takes what it is let. */
class LoopTextTest {

    private static final long ROOM = 200;

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final SlowSink sink = new SlowSink();
    private int woken;

    LoopTextTest() {
        channel.freezeTime();
    }

    @Test
    void whatCameIsHandedOverAfterAMoment() throws InterruptedException {
        Outlet outlet = outlet(Overflow.WAIT);
        LoopOutlet text = outlet.on(channel.eventLoop());
        sink.open();
        text.add(entry(1));
        text.add(entry(2));
        tick();
        assertThat(outlet.finish(Duration.ofSeconds(60))).isEqualTo(Unwritten.NOTHING);
        assertThat(sink.records).isEqualTo(2);
        assertThat(sink.batches).isEqualTo(1);
        assertThat(sink.closed).isTrue();
    }

    @Test
    void whatIsLeftIsHandedOverAtTheEnd() throws InterruptedException {
        Outlet outlet = outlet(Overflow.WAIT);
        LoopOutlet text = outlet.on(channel.eventLoop());
        sink.open();
        text.add(entry(1));
        text.end();
        assertThat(outlet.finish(Duration.ofSeconds(60))).isEqualTo(Unwritten.NOTHING);
        assertThat(sink.records).isEqualTo(1);
    }

    @Test
    void saysWhenItIsFullAndWhenThereIsRoomAgain() throws InterruptedException {
        Outlet outlet = outlet(Overflow.WAIT);
        LoopOutlet text = outlet.on(channel.eventLoop());
        fill(text);
        assertThat(text.isFull()).isTrue();
        text.whenRoom(() -> woken++);
        channel.runPendingTasks();
        assertThat(woken).isZero();

        sink.open();
        outlet.finish(Duration.ofSeconds(60));
        channel.runPendingTasks();

        assertThat(woken).isEqualTo(1);
        assertThat(text.isFull()).isFalse();
    }

    @Test
    void wakesAtOnceWhileThereIsRoom() throws InterruptedException {
        Outlet outlet = outlet(Overflow.WAIT);
        outlet.on(channel.eventLoop()).whenRoom(() -> woken++);
        channel.runPendingTasks();
        assertThat(woken).isEqualTo(1);
        sink.open();
        outlet.finish(Duration.ofSeconds(60));
    }

    @Test
    void dropsAndCountsWhatFindsNoRoomIfThatIsAskedFor() throws InterruptedException {
        Outlet outlet = outlet(Overflow.DROP);
        LoopOutlet text = outlet.on(channel.eventLoop());
        fill(text);
        assertThat(text.isFull()).isFalse();
        text.add(entry(8));
        text.add(entry(9));
        sink.open();
        text.end();
        assertThat(outlet.finish(Duration.ofSeconds(60))).isEqualTo(new Unwritten(2, 0));
        assertThat(sink.text).contains("2 records were dropped").doesNotContain("more like this: 8");
    }

    @Test
    void whatWasNeverTakenIsCounted() throws InterruptedException {
        Outlet outlet = outlet(Overflow.WAIT);
        LoopOutlet text = outlet.on(channel.eventLoop());
        text.add(entry(1));
        text.end();
        assertThat(outlet.finish(Duration.ofMillis(1))).isEqualTo(new Unwritten(1, 0));
        sink.open();
    }

    @Test
    void aJournalWithoutOutletsDoesNothing() throws IOException, InterruptedException {
        Journal journal = Journal.open(options(Destination.NOWHERE, Overflow.WAIT), 1, () -> {});
        LoopJournal ofLoop = journal.of(channel.eventLoop());
        ofLoop.add(entry(1));
        assertThat(ofLoop.isFull()).isFalse();
        assertThat(channel.runScheduledPendingTasks()).isEqualTo(-1);
        ofLoop.whenRoom(() -> woken++);
        channel.runPendingTasks();
        assertThat(woken).isEqualTo(1);
    }

    private Outlet outlet(Overflow overflow) {
        return new TextOutlet(options(Destination.STANDARD_OUTPUT, overflow), ROOM, sink, () -> {});
    }

    private static JournalOptions options(Destination destination, Overflow overflow) {
        return new JournalOptions(LogFormat.LINE, destination, overflow, List.of(), null, HealthChecks.HIDDEN);
    }

    private void fill(LoopOutlet text) {
        IntStream.range(0, 7).forEach(i -> text.add(entry(i)));
        tick();
    }

    private void tick() {
        channel.advanceTimeBy(1, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
    }

    private static Entry entry(int number) {
        return new Entry.Suppressed(1, String.valueOf(number), 1);
    }

    /** Takes nothing until it is opened. */
    private static final class SlowSink implements Sink {

        private final Semaphore opened = new Semaphore(0);
        private final StringBuilder text = new StringBuilder();
        private int records;
        private int batches;
        private boolean closed;

        void open() {
            opened.release(1000);
        }

        @Override
        public int write(Batch batch, int from) {
            opened.acquireUninterruptibly();
            records += batch.records();
            batches++;
            text.append(batch.bytes);
            return batch.bytes.length();
        }

        @Override
        public String name() {
            return "slow";
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
