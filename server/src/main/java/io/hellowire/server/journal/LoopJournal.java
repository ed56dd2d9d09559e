package io.hellowire.server.journal;

import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The journal as one event loop sees it: records are encoded straight into a batch that this loop alone touches, and
 * the batch goes to the writer when it is full or a moment old. All methods but {@link #written} belong to the loop.
 */
public final class LoopJournal {

    private static final int BATCH_BYTES = 64 * 1024;
    private static final long MOMENT_MILLIS = 10;

    private final EventLoop loop;
    private final Format format;
    private final Journal journal;
    private final AtomicLong unwrittenBytes = new AtomicLong();
    private final Queue<Batch> spares = new ArrayBlockingQueue<>(4);
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final List<Runnable> atEnd = new ArrayList<>();
    private volatile boolean someoneWaits;
    private @Nullable Batch current;
    private boolean handOverIsDue;
    private long dropped;

    LoopJournal(EventLoop loop, Format format, Journal journal) {
        this.loop = loop;
        this.format = format;
        this.journal = journal;
    }

    EventLoop loop() {
        return loop;
    }

    /** Adds a record. It is never refused: who adds many asks {@link #isFull()} first. */
    public void add(Entry entry) {
        if (journal.dropsWhenFull() && hasNoRoom()) {
            dropped++;
            journal.dropped();
            return;
        }
        tellOfDropped();
        encode(entry);
        RawFile file = journal.rawFile(entry, this);
        if (file != null) {
            unwrittenBytes.addAndGet(file.size());
            journal.write(file);
        }
    }

    private void tellOfDropped() {
        if (dropped > 0) {
            encode(new Entry.Dropped(dropped, System.currentTimeMillis()));
            dropped = 0;
        }
    }

    private void encode(Entry entry) {
        Batch batch = batch();
        format.write(entry, batch.bytes);
        if (batch.bytes.length() > batch.lastEnd()) {
            batch.endRecord();
        }
        if (batch.bytes.length() >= BATCH_BYTES) {
            handOver();
        } else if (!handOverIsDue) {
            handOverIsDue = true;
            loop.schedule(this::handOver, MOMENT_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private Batch batch() {
        Batch batch = current;
        if (batch == null) {
            batch = spares.poll();
            batch = batch == null ? new Batch(this, BATCH_BYTES + BATCH_BYTES / 4) : batch;
            current = batch;
        }
        return batch;
    }

    /** Gives what there is to the writer. */
    void handOver() {
        handOverIsDue = false;
        Batch batch = current;
        if (batch != null && !batch.isEmpty()) {
            current = null;
            unwrittenBytes.addAndGet(batch.bytes.length());
            journal.write(batch);
        }
    }

    /** Runs this on the loop before the journal ends: it adds what it has kept back. */
    void beforeEnd(Runnable action) {
        atEnd.add(action);
    }

    /** Gives the last of it to the writer. */
    void end() {
        atEnd.forEach(Runnable::run);
        tellOfDropped();
        handOver();
    }

    /** Whether requests should wait unread until the sink has caught up. */
    public boolean isFull() {
        return !journal.dropsWhenFull() && hasNoRoom();
    }

    private boolean hasNoRoom() {
        return unwrittenBytes.get() >= journal.roomPerLane();
    }

    /** Runs this on the loop when there is room again; at once, if there is. */
    public void whenRoom(Runnable action) {
        waiting.add(action);
        someoneWaits = true;
        if (!isFull()) {
            loop.execute(this::wake);
        }
    }

    private void wake() {
        someoneWaits = false;
        for (int i = waiting.size(); i > 0; i--) {
            waiting.remove().run();
        }
    }

    /** Takes an empty batch back; called by the writer when all of it is written. */
    void written(Batch batch, int bytes) {
        batch.clear();
        if (batch.bytes.array().length <= 2 * BATCH_BYTES) {
            spares.offer(batch);
        }
        written(bytes);
    }

    /** Takes note that so many bytes of this lane's are written. */
    void written(long bytes) {
        long left = unwrittenBytes.addAndGet(-bytes);
        if (someoneWaits && left <= journal.roomPerLane() / 2) {
            loop.execute(this::wake);
        }
    }
}
