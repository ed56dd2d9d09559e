package io.hellowire.client.connect;

import io.netty.buffer.ByteBuf;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that is read while it is sent, since it may be larger than the memory.
 *
 * @param path where it is
 * @param bytes how much of it is sent: what it held when that was announced
 */
public record LargeFile(Path path, long bytes) implements LongBody.Part {

    private static final long LARGE_BYTES = 1 << 20;

    /** The file, or {@code null} if it had better be read at once: it is small, or a pipe whose length nobody knows. */
    public static @Nullable LargeFile of(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return null;
        }
        try (FileChannel file = FileChannel.open(path)) { // which finds out, before anything is sent, whether we may
            long bytes = file.size();
            return bytes > LARGE_BYTES ? new LargeFile(path, bytes) : null;
        }
    }

    @Override
    public LongBody.Source open() throws IOException {
        FileChannel file = FileChannel.open(path);
        return new LongBody.Source() {

            @Override
            public void read(long position, int length, ByteBuf target) throws IOException {
                for (int have = 0; have < length; ) {
                    int count = target.writeBytes(file, position + have, length - have);
                    if (count <= 0) {
                        throw new EOFException(path + ": ends after " + (position + have) + " bytes (expected: " + bytes
                                + ", as announced)");
                    }
                    have += count;
                }
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }
}
