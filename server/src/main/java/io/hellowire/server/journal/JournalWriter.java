package io.hellowire.server.journal;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes the journal. It may block for as long as the sink does, and tries again when the sink
 * fails: only a sink that is gone for good ends it.
 */
final class JournalWriter {

    private static final Logger LOGGER = LoggerFactory.getLogger(JournalWriter.class);
    private static final long RETRY_MILLIS = 500;
    private static final long NOT_READY_MILLIS = 5;

    private final Sink sink;
    private final Runnable whenGone;
    private final BlockingQueue<Job> queue = new LinkedBlockingQueue<>();
    private final AtomicLong unwrittenRecords = new AtomicLong();
    private final Thread thread;
    private volatile boolean gone;
    private boolean failing;
    private boolean failingToKeep;

    /** What the thread is given to do. */
    sealed interface Job permits Batch, RawFile, End {}

    private enum End implements Job {
        OF_JOURNAL
    }

    /**
     * @param sink where records go; closed by this at the end
     * @param whenGone is run once, on the writer's thread, if the sink is gone for good
     */
    JournalWriter(Sink sink, Runnable whenGone) {
        this.sink = sink;
        this.whenGone = whenGone;
        this.thread = new Thread(this::run, "journal");
        thread.setDaemon(true);
        thread.start();
    }

    void write(Batch batch) {
        unwrittenRecords.addAndGet(batch.records());
        queue.add(batch);
    }

    void write(RawFile file) {
        queue.add(file);
    }

    /**
     * Waits until all is written.
     *
     * @return how many records could not be written in this time
     */
    long finish(Duration patience) throws InterruptedException {
        queue.add(End.OF_JOURNAL);
        thread.join(Math.max(1, patience.toMillis()));
        return unwrittenRecords.get();
    }

    private void run() {
        try (sink) {
            for (Job job = queue.take(); job != End.OF_JOURNAL; job = queue.take()) {
                if (job instanceof Batch batch) {
                    write(batch, batch.bytes.length());
                } else if (job instanceof RawFile file) {
                    keep(file);
                }
            }
        } catch (IOException e) {
            LOGGER.warn("journal: {}: {} on closing", sink.name(), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody does this; ending is the only sensible answer
        }
    }

    /** That one cannot be kept costs this file only, and is said once for all that follow each other. */
    private void keep(RawFile file) {
        try {
            file.write();
            failingToKeep = false;
        } catch (IOException e) {
            if (!failingToKeep) {
                failingToKeep = true;
                LOGGER.warn("{}: cannot be written: {}; more like this are not said", file.path(), e.getMessage());
            }
        }
        file.home().written(file.size());
    }

    private void write(Batch batch, int length) throws InterruptedException {
        int written = 0;
        int whole = 0;
        while (written < length && !gone) {
            int before = written;
            written = writeSome(batch, written);
            int wholeNow = batch.recordsWithin(written);
            unwrittenRecords.addAndGet(whole - wholeNow);
            whole = wholeNow;
            if (written <= before && !gone) {
                TimeUnit.MILLISECONDS.sleep(failing ? RETRY_MILLIS : NOT_READY_MILLIS);
            }
        }
        batch.home.written(batch, length);
    }

    private int writeSome(Batch batch, int from) {
        try {
            int written = sink.write(batch, from);
            if (written == batch.bytes.length()) {
                recovered();
            }
            return written;
        } catch (SinkGoneException e) {
            gone = true;
            whenGone.run();
            return from;
        } catch (IOException e) {
            failed(e);
            return wholeRecordsOf(batch, from);
        }
    }

    private int wholeRecordsOf(Batch batch, int taken) {
        try {
            return sink.takeBackTornRecord(batch, taken);
        } catch (IOException e) {
            return taken; // then the rest of the record follows when it can
        }
    }

    private void failed(IOException e) {
        if (!failing) {
            failing = true;
            LOGGER.warn("journal: {} takes nothing: {}; trying again until it does", sink.name(), e.getMessage());
        }
    }

    private void recovered() {
        if (failing) {
            failing = false;
            LOGGER.warn("journal: {} takes records again; none was torn", sink.name());
        }
    }
}
