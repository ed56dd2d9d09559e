package io.hellowire.server.journal;

import io.hellowire.wire.text.FileError;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes batches to a sink, on a thread of its own. It may block for as long as the sink does, and tries again when the
 * sink fails: only a sink that is gone for good ends it.
 */
final class SinkWriter {

    private static final Logger LOGGER = LoggerFactory.getLogger(SinkWriter.class);
    private static final long RETRY_MILLIS = 500;
    private static final long NOT_READY_MILLIS = 5;

    private final Sink sink;
    private final Runnable whenGone;
    private final AtomicLong unwrittenRecords = new AtomicLong();
    private final WriterThread thread = new WriterThread("journal", this::close);
    private volatile boolean gone;
    private boolean failing;

    /**
     * @param sink where records go; closed by this at the end
     * @param whenGone is run once, on the writer's thread, if the sink is gone for good
     */
    SinkWriter(Sink sink, Runnable whenGone) {
        this.sink = sink;
        this.whenGone = whenGone;
    }

    void write(Batch batch) {
        unwrittenRecords.addAndGet(batch.records());
        thread.give(() -> {
            try {
                write(batch, batch.bytes.length());
            } finally {
                batch.home.written(batch);
            }
        });
    }

    /**
     * Waits until all is written.
     *
     * @return how many records could not be written in this time
     */
    long finish(Duration patience) throws InterruptedException {
        thread.finish(patience);
        return unwrittenRecords.get();
    }

    private void close() {
        try {
            sink.close();
        } catch (IOException e) {
            LOGGER.warn("journal: {}: {} on closing", sink.name(), FileError.reason(e));
        }
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
            LOGGER.warn("journal: {} takes nothing: {}; trying again until it does", sink.name(), FileError.reason(e));
        }
    }

    private void recovered() {
        if (failing) {
            failing = false;
            LOGGER.warn("journal: {} takes records again; every record is whole", sink.name());
        }
    }
}
