package io.hellowire.wire.capture;

import java.io.Closeable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Where the blocks of a capture go: standard output, one file, or a ring of files whose oldest is deleted. What it is
 * given at once stays whole: when the disk is full, the part that was written is taken back.
 */
final class CaptureFiles implements Closeable {

    private static final long BATCH_BYTES = 256 * 1024;

    private final String target;
    private final boolean isConfidential;
    private final @Nullable CaptureRing ring;
    private final Deque<Path> kept = new ArrayDeque<>();
    private FileChannel channel;
    private boolean canBeCut;
    private int opened;
    private long length;

    CaptureFiles(CaptureOptions options, String target) throws IOException {
        this.target = target;
        this.isConfidential = options.isConfidential();
        this.ring = options.ring();
        this.channel = open();
    }

    @SuppressWarnings("resource") // standard output is not ours to close before the end
    private FileChannel open() throws IOException {
        if (target.equals(CaptureOptions.STANDARD_OUTPUT)) {
            return new FileOutputStream(FileDescriptor.out).getChannel();
        }
        Path file = ring == null ? Path.of(target) : numbered(++opened);
        if (ring != null) {
            kept.add(file);
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return FileChannel.open(
                    file, StandardOpenOption.WRITE); // a named pipe or a device: its owner's rights stand
        }
        canBeCut = true;
        Files.deleteIfExists(file); // whoever holds the old one open must not read the new one
        return isConfidential ? OwnerOnly.create(file) : create(file);
    }

    private static FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private Path numbered(int number) {
        String ending = target.endsWith(".pcapng") ? ".pcapng" : "";
        String stem = target.substring(0, target.length() - ending.length());
        return Path.of("%s-%05d%s".formatted(stem, number, ending));
    }

    /** How much is best written at once; files of a ring do not grow much beyond their size. */
    long batchBytes() {
        return ring == null ? BATCH_BYTES : Math.min(BATCH_BYTES, ring.bytesEach() / 4);
    }

    /** Whether the next blocks belong into the next file. */
    boolean isFull() {
        return ring != null && length >= ring.bytesEach();
    }

    /** Closes the current file of the ring and begins the next. */
    void next() throws IOException {
        channel.close();
        channel = open();
        length = 0;
        if (ring != null && kept.size() > ring.files()) {
            Files.deleteIfExists(kept.remove());
        }
    }

    /** Writes whole blocks, all or none of them where the target can be cut. */
    void write(ByteBuffer blocks) throws IOException {
        int size = blocks.remaining();
        try {
            while (blocks.hasRemaining()) {
                channel.write(blocks);
            }
            length += size;
        } catch (IOException e) {
            if (canBeCut) {
                channel.truncate(length);
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    @Override
    public String toString() {
        return target.equals(CaptureOptions.STANDARD_OUTPUT) ? "standard output" : target;
    }
}
