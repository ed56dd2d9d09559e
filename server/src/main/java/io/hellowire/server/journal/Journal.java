package io.hellowire.server.journal;

import io.hellowire.server.exchange.Rejection;
import io.hellowire.server.exchange.Request;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.FastThreadLocal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the user every request. Each event loop has a {@link LoopJournal} of its own, so that loops never wait for each other;
 * one thread writes what the lanes hand over, so that loops never wait for a disk or a terminal either.
 */
public final class Journal {

    private static final Logger LOGGER = LoggerFactory.getLogger(Journal.class);
    private static final long ROOM_BYTES = 8L * 1024 * 1024;

    private final JournalOptions options;
    private final Redaction redaction;
    private final JournalWriter writer;
    private final long roomPerLane;
    private final AtomicLong dropped = new AtomicLong();
    private final List<LoopJournal> lanes = new CopyOnWriteArrayList<>();
    private final FastThreadLocal<LoopJournal> ofThisLoop = new FastThreadLocal<>();

    private Journal(JournalOptions options, Sink sink, int loops, Runnable whenGone) {
        this.options = options;
        this.redaction = new Redaction(options.redactedFields());
        this.roomPerLane = ROOM_BYTES / loops;
        this.writer = new JournalWriter(sink, whenGone);
    }

    /**
     * Opens the sink and starts the writer.
     *
     * @param loops how many event loops will write to it
     * @param whenGone is run if the sink is gone for good and no record may be lost
     * @throws IOException if the file cannot be opened
     */
    public static Journal open(JournalOptions options, int loops, Runnable whenGone) throws IOException {
        if (options.rawDirectory() != null) {
            Files.createDirectories(options.rawDirectory());
        }
        Runnable action = options.overflow() == Overflow.WAIT ? whenGone : Journal::sayThatNobodyReads;
        return new Journal(options, sink(options.destination()), loops, action);
    }

    private static void sayThatNobodyReads() {
        LOGGER.warn("journal: its reader has gone away; requests are answered all the same, and no more shown");
    }

    private static Sink sink(JournalOptions.Destination destination) throws IOException {
        if (destination instanceof JournalOptions.Destination.File file) {
            return FileSink.file(file.path());
        }
        if (destination instanceof JournalOptions.Destination.Logger) {
            return new LogbackSink();
        }
        if (destination instanceof JournalOptions.Destination.StandardError) {
            return FileSink.standardError();
        }
        return destination instanceof JournalOptions.Destination.Nowhere ? new NoSink() : FileSink.standardOutput();
    }

    /** The lane of this event loop; must be called on it. */
    public LoopJournal lane(EventLoop loop) {
        LoopJournal lane = ofThisLoop.get();
        if (lane == null) {
            lane = new LoopJournal(loop, new Selection(options, redaction), this);
            lanes.add(lane);
            ofThisLoop.set(lane);
        }
        return lane;
    }

    /**
     * Writes what there is and ends; no record may be added any more. The event loops must still be running.
     *
     * @param patience how long to try
     * @return how many records were lost, dropped ones included
     */
    public long finish(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        CountDownLatch handedOver = new CountDownLatch(lanes.size());
        for (LoopJournal lane : lanes) {
            lane.loop().execute(() -> {
                lane.end();
                handedOver.countDown();
            });
        }
        handedOver.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        return writer.finish(Duration.ofNanos(end - System.nanoTime())) + dropped.get();
    }

    /** The file that this entry is to be kept in too, {@code null} for none. */
    @Nullable
    RawFile rawFile(Entry entry, LoopJournal home) {
        Path directory = options.rawDirectory();
        if (directory == null) {
            return null;
        }
        if (entry instanceof Entry.Greeted greeted) {
            Path path = directory.resolve(greeted.answer().number() + ".req");
            Request request = greeted.request();
            return new RawFile(
                    home,
                    path,
                    redaction.of(request.head().bytes()),
                    redaction.ofBody(request.body().raw(), request.body().trailers()));
        }
        if (entry instanceof Entry.Rejected rejected) {
            Rejection rejection = rejected.rejection();
            String name = "rejected-" + rejected.connection().number() + "-" + rejection.onConnection() + ".req";
            return new RawFile(home, directory.resolve(name), redaction.ofRefused(rejection.received()), new byte[0]);
        }
        return null;
    }

    void write(RawFile file) {
        writer.write(file);
    }

    void write(Batch batch) {
        writer.write(batch);
    }

    boolean dropsWhenFull() {
        return options.overflow() == Overflow.DROP;
    }

    long roomPerLane() {
        return roomPerLane;
    }

    void dropped() {
        dropped.incrementAndGet();
    }
}
