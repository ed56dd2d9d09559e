package io.hellowire.capture;

import io.hellowire.capture.CaptureOptions.IfPresent;
import java.io.Closeable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the blocks of a capture go: standard output, one file, or a ring of files whose oldest is deleted. What it is
 * given at once stays whole: when the disk is full, the part that was written is taken back.
 */
final class CaptureFiles implements Closeable {

    private static final long BATCH_BYTES = 256 * 1024;

    private final String target;
    private final boolean isConfidential;
    private final IfPresent ifPresent;
    private final @Nullable CaptureRing ring;
    private final @Nullable Long mostBytes;
    private final @Nullable RingFiles ringFiles;
    private @Nullable FileChannel channel;
    private boolean canBeCut;
    private long length;

    /** Touches nothing yet. */
    CaptureFiles(CaptureOptions options, String target) {
        this.target = target;
        this.isConfidential = options.isConfidential();
        this.ifPresent = options.ifPresent();
        this.ring = options.ring();
        this.mostBytes = options.mostBytes();
        this.ringFiles = ring == null ? null : new RingFiles(target, ring.files());
    }

    /**
     * Opens the first file.
     *
     * @throws java.nio.file.FileAlreadyExistsException if it is there already and is not to be replaced
     */
    void open() throws IOException {
        channel = openNext();
        length = 0;
    }

    @SuppressWarnings("resource") // standard output is not ours to close before the end
    private FileChannel openNext() throws IOException {
        if (target.equals(CaptureOptions.STANDARD_OUTPUT)) {
            return new FileOutputStream(FileDescriptor.out).getChannel();
        }
        Path file = ringFiles == null ? Path.of(target) : ringFiles.next();
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return FileChannel.open(
                    file, StandardOpenOption.WRITE); // a named pipe or a device: its owner's rights stand
        }
        if (ifPresent == IfPresent.REPLACE) {
            Files.deleteIfExists(file); // whoever holds the old one open must not read the new one
        }
        canBeCut = true;
        return isConfidential ? OwnerOnly.create(file) : create(file);
    }

    private static FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** How much is best written at once; files of a ring do not grow much beyond their size. */
    long batchBytes() {
        return ring == null ? BATCH_BYTES : Math.min(BATCH_BYTES, ring.bytesEach() / 4);
    }

    /** Whether so much more leaves the file as short as it is to be. */
    boolean hasRoomFor(long more) {
        return mostBytes == null || length + more <= mostBytes;
    }

    /** Why it ends before the program does. */
    IOException full() {
        return new IOException("it may hold " + mostBytes + " bytes, as --capture-max says");
    }

    /** Whether the next blocks belong into the next file. */
    boolean isFull() {
        return ring != null && length >= ring.bytesEach();
    }

    /** Closes the current file of the ring and begins the next. */
    void next() throws IOException {
        close();
        open();
    }

    /** Writes whole blocks, all or none of them where the target can be cut. */
    void write(ByteBuffer blocks) throws IOException {
        FileChannel to = Objects.requireNonNull(channel, "not open");
        int size = blocks.remaining();
        try {
            while (blocks.hasRemaining()) {
                to.write(blocks);
            }
            length += size;
        } catch (IOException e) {
            takeBack(to, e);
            throw e;
        }
    }

    private void takeBack(FileChannel from, IOException cause) {
        try {
            if (canBeCut) {
                from.truncate(length);
            }
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }

    @Override
    public String toString() {
        return target.equals(CaptureOptions.STANDARD_OUTPUT) ? "standard output" : target;
    }
}
