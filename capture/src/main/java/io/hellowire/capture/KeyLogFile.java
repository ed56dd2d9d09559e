package io.hellowire.capture;

import io.hellowire.capture.secrets.KeyLogLine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A key log that other programs may add to as well (RFC 9850, {@code SSLKEYLOGFILE}): each line is appended at once, from a
 * thread of its own, so that no event loop waits for a disk.
 */
final class KeyLogFile implements AutoCloseable {

    private static final int MOST_WAITING = 10_000;
    private static final int CLOSING_SECONDS = 5;

    private final Path file;
    private final boolean isNew;
    private final FileChannel channel;
    private final Consumer<String> diagnostics;
    private final AtomicBoolean hasComplained = new AtomicBoolean();
    private volatile boolean hasFailed;
    private final ThreadPoolExecutor writer = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), KeyLogFile::thread);

    private KeyLogFile(Path file, Consumer<String> diagnostics) throws IOException {
        this.file = file;
        this.isNew = Files.notExists(file);
        this.channel = OwnerOnly.append(file);
        this.diagnostics = diagnostics;
        writer.setRejectedExecutionHandler(
                (line, executor) -> fail("lines are lost, because it is written too slowly"));
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "hellowire-keylog");
        thread.setDaemon(true);
        return thread;
    }

    /** Opens it for its owner alone; what is in it stays. */
    static KeyLogFile open(Path file, Consumer<String> diagnostics) throws IOException {
        return new KeyLogFile(file, diagnostics);
    }

    void accept(KeyLogLine line) {
        writer.execute(() -> append(line.bytes()));
    }

    private void append(byte[] line) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(line);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            fail(String.valueOf(e.getMessage()));
        }
    }

    private void fail(String how) {
        hasFailed = true;
        complain(how);
    }

    /** Whether a line is missing in it. */
    boolean hasFailed() {
        return hasFailed;
    }

    private void complain(String what) {
        if (hasComplained.compareAndSet(false, true)) {
            diagnostics.accept("key log " + file + ": " + what);
        }
    }

    /** Writes what waits, for five seconds at most. A log that would be empty is not left behind, and that is said. */
    @Override
    public void close() {
        if (writer.isShutdown()) {
            return;
        }
        writer.shutdown();
        try (channel) {
            if (!writer.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                fail("not all written (expected: within " + CLOSING_SECONDS + " s)");
            }
            if (isNew && channel.size() == 0) {
                Files.delete(file);
                complain("not written, as there was no TLS handshake");
            }
        } catch (IOException e) {
            fail(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
