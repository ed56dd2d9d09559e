package io.hellowire.capture;

import io.hellowire.capture.packet.Segment;
import io.hellowire.capture.secrets.KeyLogLine;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * What event loops have told and nobody has written yet. It is bounded, and no event loop ever waits for it: over the
 * bound whole segments are dropped and counted.
 */
final class Backlog {

    /** What a waiting entry costs beside its payload: itself, its segment, its array and its place in the queue. */
    private static final int ENTRY_BYTES = 160;

    /** Secrets are few and small, and packets are worth nothing without them: for them the bound is higher. */
    private static final long ROOM_FOR_SECRETS = 1 << 20;

    private final long mostBytes;
    private final Queue<Entry> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicLong waitingBytes = new AtomicLong();
    private final AtomicLongArray dropped = new AtomicLongArray(CaptureSection.INTERFACES);
    private final long[] droppedAndTold = new long[CaptureSection.INTERFACES];

    /** @param mostBytes how much may wait, in bytes of memory */
    Backlog(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Takes a segment, or drops it and returns {@code false}. */
    boolean add(Segment segment) {
        if (add(new Entry(segment, null, segment.payload().length + ENTRY_BYTES), mostBytes)) {
            return true;
        }
        drop(segment);
        return false;
    }

    /** Takes a line of the key log, or returns {@code false}. */
    boolean add(KeyLogLine line) {
        byte[] bytes = line.bytes();
        return add(new Entry(null, bytes, bytes.length + ENTRY_BYTES), mostBytes + ROOM_FOR_SECRETS);
    }

    private boolean add(Entry entry, long most) {
        if (waitingBytes.addAndGet(entry.cost) > most) {
            waitingBytes.addAndGet(-entry.cost);
            return false;
        }
        waiting.add(entry);
        return true;
    }

    /** Counts a segment that will never be written. */
    void drop(Segment segment) {
        dropped.addAndGet(segment.flow().interfaceId(), segment.packets());
    }

    /** Takes out the oldest entry; {@code null} if there is none. By the writing thread only, as all that follows. */
    @Nullable
    Entry poll() {
        Entry entry = waiting.poll();
        if (entry != null) {
            waitingBytes.addAndGet(-entry.cost);
        }
        return entry;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Drops all that waits. */
    void dropAll() {
        for (Entry entry = poll(); entry != null; entry = poll()) {
            if (entry.segment() != null) {
                drop(entry.segment());
            }
        }
    }

    /** How many packets of this interface were dropped since this was asked last. */
    long droppedSince(int interfaceId) {
        long all = dropped.get(interfaceId);
        long since = all - droppedAndTold[interfaceId];
        droppedAndTold[interfaceId] = all;
        return since;
    }

    /** How many packets were dropped in all. */
    long dropped() {
        long all = 0;
        for (int i = 0; i < dropped.length(); i++) {
            all += dropped.get(i);
        }
        return all;
    }

    /**
     * A segment or a secret, waiting.
     *
     * @param cost what it takes, in bytes of memory
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares entries
    record Entry(@Nullable Segment segment, byte @Nullable [] secret, int cost) {

        /** Headers and options of a packet, or of a block of secrets, and more. */
        private static final int LONGEST_WRAPPING = 512;

        /** How much of a file it takes, or less. */
        long mostBytesWritten() {
            int wrappings = segment == null ? 1 : segment.packets();
            return cost + (long) wrappings * LONGEST_WRAPPING;
        }
    }
}
