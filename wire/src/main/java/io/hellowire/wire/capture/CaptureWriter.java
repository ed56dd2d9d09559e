package io.hellowire.wire.capture;

import io.hellowire.wire.capture.packet.Segment;
import io.hellowire.wire.capture.secrets.KeyLogLine;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** The one thread that writes a capture, so that no event loop waits for a disk or a reader. */
final class CaptureWriter implements AutoCloseable {

    private static final Duration CLOSING_TIME = Duration.ofSeconds(5);

    private final CaptureFiles files;
    private final CaptureSection section;
    private final Consumer<String> diagnostics;
    private final Backlog backlog;
    private final AtomicBoolean hasSaidThatItDrops = new AtomicBoolean();
    private final Thread thread = new Thread(this::run, "hellowire-capture");
    private volatile boolean isIdle;
    private volatile boolean isClosing;
    private volatile boolean hasFailed;
    private long packetsWritten;

    /** @param diagnostics is told, in one line, what the user should know; called from any thread */
    CaptureWriter(CaptureFiles files, CaptureSection section, Backlog backlog, Consumer<String> diagnostics) {
        this.files = files;
        this.section = section;
        this.backlog = backlog;
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
        if (hasFailed) {
            backlog.drop(segment);
        } else if (backlog.add(segment)) {
            wake();
        } else {
            sayThatItDrops();
        }
    }

    /** Takes a line of the key log. */
    void acceptSecret(KeyLogLine line) {
        if (hasFailed) {
            return;
        }
        if (backlog.add(line)) {
            wake();
        } else {
            sayThatItDrops();
        }
    }

    private void wake() {
        if (isIdle) {
            LockSupport.unpark(thread);
        }
    }

    private void sayThatItDrops() {
        if (hasSaidThatItDrops.compareAndSet(false, true)) {
            say("dropping packets, because they cannot be written as fast as they come; how many, is said at the end");
        }
    }

    private void say(String what) {
        diagnostics.accept("capture to " + files + ": " + what);
    }

    private void run() {
        try {
            writeUntilClosing();
            finish();
        } catch (IOException e) {
            fail(e);
        }
    }

    private void writeUntilClosing() throws IOException {
        while (true) {
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
        nextFileIfFull();
        Segment segment = entry.segment();
        if (segment != null) {
            section.add(segment, backlog.droppedSince(segment.flow().interfaceId()));
            packetsWritten += segment.packets();
        } else if (entry.secret() != null) {
            section.addSecrets(entry.secret());
        }
        if (section.blocks().size() >= files.batchBytes()) {
            flush();
        }
    }

    /** Only when there is something to put into the next file, so that none is empty. */
    private void nextFileIfFull() throws IOException {
        if (files.isFull()) {
            endSection();
            files.next();
            section.begin(Clock.nowNanos());
        }
    }

    private void flush() throws IOException {
        if (section.blocks().size() > 0) {
            files.write(section.blocks().blocks());
            section.blocks().clear();
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

    private void finish() throws IOException {
        endSection();
        files.close();
        if (backlog.dropped() > 0) {
            say(backlog.dropped() + " packets dropped, " + packetsWritten + " written");
        }
    }

    /** The capture ends here, the program goes on; what was written stays a whole file. */
    private void fail(IOException cause) {
        hasFailed = true;
        backlog.clear();
        if (!(cause instanceof ClosedByInterruptException)) { // which close() has told of already
            say(cause.getMessage() + ", so it ends here after about " + packetsWritten
                    + " packets; everything else goes on");
        }
        try {
            files.close();
        } catch (IOException e) {
            say(String.valueOf(e.getMessage()));
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
                say("not all written, nobody reads it (expected: within " + CLOSING_TIME.toSeconds() + " s)");
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
