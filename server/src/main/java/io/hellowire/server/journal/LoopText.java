package io.hellowire.server.journal;

import io.hellowire.server.connection.LastResort;
import io.netty.channel.EventLoop;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Text on its way out of one event loop: records are encoded straight into a batch that this loop alone touches, and the
 * batch goes to the writer when it is full or a moment old. All methods but {@link #written} belong to the loop.
 */
final class LoopText implements LoopOutlet, Batch.Home {

    private static final int BATCH_BYTES = 64 * 1024;
    private static final long MOMENT_MILLIS = 10;

    private final EventLoop loop;
    private final Format format;
    private final Room room;
    private final SinkWriter writer;
    private final AtomicLong droppedByAll;
    private final Queue<Batch> spares = new ArrayBlockingQueue<>(4);
    private @Nullable Batch current;
    private boolean handOverIsDue;
    private long dropped;

    /** @param droppedByAll counts what any loop has dropped */
    LoopText(EventLoop loop, Format format, Room room, SinkWriter writer, AtomicLong droppedByAll) {
        this.loop = loop;
        this.format = format;
        this.room = room;
        this.writer = writer;
        this.droppedByAll = droppedByAll;
    }

    @Override
    public void add(Entry entry) {
        if (room.isOverfull()) {
            dropped++;
            droppedByAll.incrementAndGet();
            return;
        }
        tellOfDropped();
        encode(entry);
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
            loop.schedule(LastResort.watching(this::handOverInTime), MOMENT_MILLIS, TimeUnit.MILLISECONDS);
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

    /** While the writer is behind, a batch that is not full would only take room for nothing. */
    private void handOverInTime() {
        handOverIsDue = !room.isEmpty();
        if (handOverIsDue) {
            loop.schedule(LastResort.watching(this::handOverInTime), MOMENT_MILLIS, TimeUnit.MILLISECONDS);
        } else {
            handOver();
        }
    }

    private void handOver() {
        Batch batch = current;
        if (batch != null && !batch.isEmpty()) {
            current = null;
            room.take(batch.heldBytes());
            writer.write(batch);
        }
    }

    @Override
    public boolean isFull() {
        return room.isFull();
    }

    @Override
    public void whenRoom(Runnable action) {
        room.whenBack(action);
    }

    @Override
    public void end() {
        tellOfDropped();
        handOver();
    }

    @Override
    public void written(Batch batch) {
        int bytes = batch.heldBytes();
        batch.clear();
        if (batch.bytes.array().length <= 2 * BATCH_BYTES) {
            spares.offer(batch);
        }
        room.giveBack(bytes);
    }
}
