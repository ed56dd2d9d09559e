package io.hellowire.server.journal;

import io.hellowire.server.journal.JournalOptions.Overflow;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.FastThreadLocal;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the user every request: gives each entry to each {@link Outlet} that was asked for. Each event loop has a
 * {@link LoopJournal} of its own, so that loops never wait for each other, nor for a disk or a terminal.
 */
public final class Journal {

    private static final Logger LOGGER = LoggerFactory.getLogger(Journal.class);
    private static final long MOST_ROOM_BYTES = 8L * 1024 * 1024;
    private static final long LEAST_ROOM_OF_A_LOOP_BYTES = 256L * 1024;

    private final List<Outlet> outlets;
    private final List<LoopJournal> ofLoops = new CopyOnWriteArrayList<>();
    private final FastThreadLocal<LoopJournal> ofThisLoop = new FastThreadLocal<>();
    private final AtomicLong requests = new AtomicLong();

    private Journal(List<Outlet> outlets) {
        this.outlets = outlets;
    }

    /**
     * Opens the outlets.
     *
     * @param loops how many event loops will write to it
     * @param whenGone is run if the sink is gone for good and no record may be lost
     * @throws IOException if the file cannot be opened
     */
    public static Journal open(JournalOptions options, int loops, Runnable whenGone) throws IOException {
        long roomPerLoop = Math.max(LEAST_ROOM_OF_A_LOOP_BYTES, roomBytes() / loops);
        List<Outlet> outlets = new ArrayList<>();
        if (options.rawFolder() != null) {
            Redaction redaction = new Redaction(options.redactedFields());
            outlets.add(RawFileOutlet.open(options.rawFolder(), redaction, options.overflow(), roomPerLoop));
        }
        Sink sink = sink(options.destination());
        if (sink != null) {
            Runnable action = options.overflow() == Overflow.WAIT ? whenGone : Journal::sayThatNobodyReads;
            outlets.add(new TextOutlet(options, roomPerLoop, sink, action));
        }
        return new Journal(outlets);
    }

    /** A sixteenth of the heap, since what cannot wait takes as much once more. */
    private static long roomBytes() {
        return Math.min(MOST_ROOM_BYTES, Runtime.getRuntime().maxMemory() / 16);
    }

    private static void sayThatNobodyReads() {
        LOGGER.warn("journal: its reader has gone away; requests are still answered, but no longer shown");
    }

    private static @Nullable Sink sink(JournalOptions.Destination destination) throws IOException {
        if (destination instanceof JournalOptions.Destination.File file) {
            return FileSink.file(file.path(), file.mostBytes());
        }
        if (destination instanceof JournalOptions.Destination.Logger) {
            return new LogbackSink();
        }
        if (destination instanceof JournalOptions.Destination.StandardError) {
            return FileSink.standardError();
        }
        return destination instanceof JournalOptions.Destination.Nowhere ? null : FileSink.standardOutput();
    }

    /** The part of this event loop; must be called on it. */
    public LoopJournal of(EventLoop loop) {
        LoopJournal ofLoop = ofThisLoop.get();
        if (ofLoop == null) {
            ofLoop = new LoopJournal(
                    loop, outlets.stream().map(outlet -> outlet.on(loop)).toList());
            ofLoops.add(ofLoop);
            ofThisLoop.set(ofLoop);
        }
        return ofLoop;
    }

    /** How many requests were greeted or refused, once it is finished. */
    public long requests() {
        return requests.get();
    }

    /**
     * Writes what there is and ends; no record may be added any more. The event loops must still be running.
     *
     * @param patience how long to try
     * @return what was lost, dropped records included
     */
    public Unwritten finish(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        CountDownLatch handedOver = new CountDownLatch(ofLoops.size());
        for (LoopJournal ofLoop : ofLoops) {
            ofLoop.loop().execute(() -> {
                ofLoop.end();
                requests.addAndGet(ofLoop.requests());
                handedOver.countDown();
            });
        }
        handedOver.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        Unwritten lost = Unwritten.NOTHING;
        for (Outlet outlet : outlets) {
            lost = lost.plus(outlet.finish(Duration.ofNanos(end - System.nanoTime())));
        }
        return lost;
    }
}
