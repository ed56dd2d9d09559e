package io.hellowire.capture;

import io.hellowire.capture.packet.Segment;
import io.hellowire.capture.secrets.KeyLogLine;
import io.hellowire.wire.text.FileError;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** The one thread that writes a capture, so that no event loop waits for a disk or a reader. */
final class CaptureWriter implements AutoCloseable {

    private final CaptureFiles files;
    private final CaptureSection section;
    private final Backlog backlog;
    private final Duration closingTime;
    private final Consumer<String> diagnostics;
    private final AtomicBoolean hasSaidThatItDrops = new AtomicBoolean();
    private final Thread thread = new Thread(this::run, "hellowire-capture");
    private volatile boolean isIdle;
    private volatile boolean isClosing;
    private volatile boolean hasFailed;
    private final AtomicLong packetsWritten = new AtomicLong();
    private long packetsLost;

    /**
     * @param closingTime how long a reader may take for what waits at the end
     * @param diagnostics is told, in one line, what the user should know; called from any thread
     */
    CaptureWriter(
            CaptureFiles files,
            CaptureSection section,
            Backlog backlog,
            Duration closingTime,
            Consumer<String> diagnostics) {
        this.files = files;
        this.section = section;
        this.backlog = backlog;
        this.closingTime = closingTime;
        this.diagnostics = diagnostics;
        thread.setDaemon(true);
    }

    /** Writes the head of the file before anything else, so that a target that cannot be written is known at once. */
    void start() throws IOException {
        files.open();
        section.begin(Clock.nowNanos());
        flush();
        thread.start();
    }

    /** Takes a segment, or drops it. */
    void accept(Segment segment) {
        if (hasFailed) {
            backlog.drop(segment);
        } else {
            wakeOrTell(backlog.add(segment));
        }
    }

    /** Takes a line of the key log, or drops it. */
    void acceptSecret(KeyLogLine line) {
        if (!hasFailed) {
            wakeOrTell(backlog.add(line));
        }
    }

    private void wakeOrTell(boolean isTaken) {
        if (!isTaken) {
            sayThatItDrops();
        } else if (isIdle) {
            LockSupport.unpark(thread);
        }
    }

    private void sayThatItDrops() {
        if (hasSaidThatItDrops.compareAndSet(false, true)) {
            say("dropping packets, which arrive faster than they can be written; the total is reported at the end");
        }
    }

    private void say(String what) {
        diagnostics.accept("capture to " + files + ": " + what);
    }

    private void run() {
        try {
            writeUntilClosing();
            endSection();
        } catch (ClosedByInterruptException e) {
            fail(); // close() has told of it already
        } catch (IOException e) {
            failBecauseOf(FileError.reason(e));
        } catch (RuntimeException | Error e) {
            failBecauseOf("unexpected " + e);
            throw e; // ours: the thread's end shows where it was
        }
    }

    private void writeUntilClosing() throws IOException {
        while (true) {
            nextFileIfFull();
            Backlog.Entry entry = backlog.poll();
            if (entry != null) {
                write(entry);
                continue;
            }
            flush();
            if (isClosing && backlog.isEmpty()) {
                return;
            }
            awaitMore();
        }
    }

    private void write(Backlog.Entry entry) throws IOException {
        Segment segment = entry.segment();
        requireRoomFor(entry);
        if (segment != null) {
            section.add(segment, backlog.droppedSince(segment.flow().interfaceId()));
        } else if (entry.secret() != null) {
            section.addSecrets(entry.secret());
        }
        if (section.blocks().size() >= files.batchBytes()) {
            flush();
        }
    }

    /** What was taken before still goes where it belongs. */
    private void requireRoomFor(Backlog.Entry entry) throws IOException {
        if (files.hasRoomFor(section.blocks().size() + entry.mostBytesWritten())) {
            return;
        }
        if (entry.segment() != null) {
            backlog.drop(entry.segment());
        }
        flush();
        throw files.full();
    }

    /** Only when there is something to put into the next file, so that none is empty. */
    private void nextFileIfFull() throws IOException {
        if (files.isFull() && !backlog.isEmpty()) {
            endSection();
            files.next();
            section.begin(Clock.nowNanos());
        }
    }

    private void flush() throws IOException {
        if (section.blocks().size() > 0) {
            files.write(section.blocks().blocks());
            packetsWritten.addAndGet(section.written());
        }
    }

    private void awaitMore() {
        isIdle = true;
        if (backlog.isEmpty() && !isClosing) {
            LockSupport.park(this);
        }
        isIdle = false;
    }

    private void endSection() throws IOException {
        section.end(Clock.nowNanos(), backlog::droppedSince);
        flush();
    }

    private void failBecauseOf(String reason) {
        fail();
        say(reason + ", so it ends here after " + packetsWritten() + " packets; everything else goes on");
    }

    /** The capture ends here, the program goes on; what was written stays a whole file. */
    private void fail() {
        hasFailed = true;
        packetsLost += section.lost();
        backlog.dropAll();
    }

    /** Whether something kept it from being written to its end. */
    boolean hasFailed() {
        return hasFailed;
    }

    /** How many packets are in the files; for sure when it is closed. */
    long packetsWritten() {
        return packetsWritten.get();
    }

    /** Writes what waits and the statistics, and gives up when the closing time is over. */
    @Override
    public void close() {
        if (isClosing) {
            return;
        }
        isClosing = true;
        LockSupport.unpark(thread);
        try {
            if (isOver() || isOverWhenInterrupted()) {
                end();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isOver() throws InterruptedException {
        thread.join(closingTime.toMillis());
        return !thread.isAlive();
    }

    private boolean isOverWhenInterrupted() throws InterruptedException {
        say("not all written, because nobody reads it (expected: within " + closingTime.toSeconds() + " s)");
        thread.interrupt();
        return isOver();
    }

    /** The writing thread is gone, so this one is the only one left. */
    private void end() {
        try (files) {
            if (hasFailed) {
                writeStatisticsOfAFailure();
            }
        } catch (IOException e) {
            say(FileError.reason(e));
        }
        long dropped = backlog.dropped() + packetsLost;
        if (dropped > 0) {
            say(dropped + " packets dropped, " + packetsWritten() + " written");
        }
    }

    /** A disk that was full may have room again, and they are small. */
    private void writeStatisticsOfAFailure() {
        backlog.dropAll();
        try {
            endSection();
        } catch (IOException e) {
            section.lost(); // that it fails is told already
        }
    }
}
