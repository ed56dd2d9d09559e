package io.hellowire.wire.capture;

import io.hellowire.wire.capture.packet.Segment;
import io.hellowire.wire.capture.secrets.KeyLogLine;
import java.io.IOException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes what event loops tell, without ever making one wait, to the one thread that writes the capture. What waits is
 * bounded: over the bound whole segments are dropped and counted.
 */
final class CaptureWriter implements AutoCloseable {

    /** What a waiting entry costs beside its payload: itself, its segment, its array and its place in the queue. */
    private static final int ENTRY_BYTES = 160;

    private static final Duration CLOSING_TIME = Duration.ofSeconds(5);

    /** Secrets are few and small, and packets are worth nothing without them: for them the bound is higher. */
    private static final long ROOM_FOR_SECRETS = 1 << 20;

    private final CaptureFiles files;
    private final CaptureSection section;
    private final Consumer<String> diagnostics;
    private final long mostBytes;

    private final Queue<Entry> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicLong waitingBytes = new AtomicLong();
    private final AtomicLongArray dropped = new AtomicLongArray(2);
    private final AtomicBoolean hasSaidThatItDrops = new AtomicBoolean();
    private final long[] droppedAndTold = new long[2];
    private final Thread thread = new Thread(this::run, "hellowire-capture");
    private volatile boolean isIdle;
    private volatile boolean isClosing;
    private volatile boolean hasFailed;
    private long packetsWritten;

    /**
     * @param mostBytes how much may wait to be written, in bytes of memory
     * @param diagnostics is told, in one line, what the user should know; called from any thread
     */
    CaptureWriter(CaptureFiles files, CaptureSection section, long mostBytes, Consumer<String> diagnostics) {
        this.files = files;
        this.section = section;
        this.mostBytes = mostBytes;
        this.diagnostics = diagnostics;
        thread.setDaemon(true);
    }

    /** Writes the head of the file before anything else, so that a target that cannot be written is known at once. */
    void start() throws IOException {
        section.begin(Clock.nowNanos());
        flush();
        thread.start();
    }

    /** Takes a segment, or drops it. */
    void accept(Segment segment) {
        if (hasFailed || !offer(new Entry(segment, null), segment.payload().length, mostBytes)) {
            drop(segment.flow().interfaceId(), segment.packets());
        }
    }

    /** Takes a line of the key log, without its line feed. */
    void acceptSecret(KeyLogLine line) {
        byte[] bytes = line.bytes();
        if (hasFailed || !offer(new Entry(null, bytes), bytes.length, mostBytes + ROOM_FOR_SECRETS)) {
            sayThatItDrops();
        }
    }

    private boolean offer(Entry entry, int payloadBytes, long most) {
        int cost = payloadBytes + ENTRY_BYTES;
        if (waitingBytes.addAndGet(cost) > most) {
            waitingBytes.addAndGet(-cost);
            return false;
        }
        waiting.add(entry);
        if (isIdle) {
            LockSupport.unpark(thread);
        }
        return true;
    }

    private void drop(int interfaceId, int packets) {
        dropped.addAndGet(interfaceId, packets);
        if (!hasFailed) {
            sayThatItDrops();
        }
    }

    private void sayThatItDrops() {
        if (hasSaidThatItDrops.compareAndSet(false, true)) {
            diagnostics.accept("capture to " + files + ": dropping packets, because they cannot be written as fast as"
                    + " they come; how many, is said at the end");
        }
    }

    private void run() {
        try {
            while (true) {
                Entry entry = waiting.poll();
                if (entry != null) {
                    write(entry);
                } else {
                    flush();
                    if (isClosing && waiting.isEmpty()) {
                        break;
                    }
                    awaitMore();
                }
            }
            finish();
        } catch (IOException e) {
            fail(e);
        }
    }

    private void write(Entry entry) throws IOException {
        nextFileIfFull();
        waitingBytes.addAndGet(-entry.cost());
        Segment segment = entry.segment();
        if (segment != null) {
            section.add(segment, droppedSince(segment.flow().interfaceId()));
            packetsWritten += segment.packets();
        } else if (entry.secret() != null) {
            section.addSecrets(entry.secret());
        }
        if (section.blocks().size() >= files.batchBytes()) {
            flush();
        }
    }

    private long droppedSince(int interfaceId) {
        long all = dropped.get(interfaceId);
        long since = all - droppedAndTold[interfaceId];
        droppedAndTold[interfaceId] = all;
        return since;
    }

    private void flush() throws IOException {
        if (section.blocks().size() > 0) {
            files.write(section.blocks().blocks());
            section.blocks().clear();
        }
    }

    /** Only when there is something to put into the next file, so that none is empty. */
    private void nextFileIfFull() throws IOException {
        if (files.isFull()) {
            flush();
            endSection();
            files.next();
            section.begin(Clock.nowNanos());
        }
    }

    private void awaitMore() {
        isIdle = true;
        if (waiting.isEmpty() && !isClosing) {
            LockSupport.park(this);
        }
        isIdle = false;
    }

    private void endSection() throws IOException {
        section.end(
                Clock.nowNanos(), new long[] {droppedSince(CaptureSection.WIRE), droppedSince(CaptureSection.INSIDE)});
        files.write(section.blocks().blocks());
        section.blocks().clear();
    }

    private void finish() throws IOException {
        endSection();
        files.close();
        long lost = dropped.get(CaptureSection.WIRE) + dropped.get(CaptureSection.INSIDE);
        if (lost > 0) {
            diagnostics.accept(
                    "capture to " + files + ": " + lost + " packets dropped, " + packetsWritten + " written");
        }
    }

    /** The capture ends here, the program goes on; what was written stays a whole file. */
    private void fail(IOException cause) {
        hasFailed = true;
        waiting.clear();
        diagnostics.accept("capture to " + files + ": " + cause.getMessage() + ", so it ends here after about "
                + packetsWritten + " packets; everything else goes on");
        try {
            files.close();
        } catch (IOException e) {
            diagnostics.accept("capture to " + files + ": " + e.getMessage());
        }
    }

    /** Writes what waits and the statistics, for five seconds at most. */
    @Override
    public void close() {
        isClosing = true;
        LockSupport.unpark(thread);
        try {
            thread.join(CLOSING_TIME.toMillis());
            if (thread.isAlive()) {
                diagnostics.accept("capture to " + files + ": not all written, nobody reads it (expected: within "
                        + CLOSING_TIME.toSeconds() + " s)");
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A segment or a secret, waiting. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares entries
    private record Entry(@Nullable Segment segment, byte @Nullable [] secret) {

        int cost() {
            int payload = segment != null ? segment.payload().length : secret != null ? secret.length : 0;
            return payload + ENTRY_BYTES;
        }
    }
}
