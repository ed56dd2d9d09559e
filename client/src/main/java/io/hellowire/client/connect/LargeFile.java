package io.hellowire.client.connect;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.util.concurrent.Promise;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that is read while it is sent, since it may be larger than the memory.
 *
 * @param path where it is
 * @param bytes how much of it is sent: what it held when that was announced
 * @param framing how its end is told
 */
public record LargeFile(Path path, long bytes, Framing framing) {

    private static final long LARGE_BYTES = 1 << 20;
    private static final int PIECE_BYTES = 1 << 18;
    private static final int PIECE_EXTRA_BYTES = 16; // the lines around a chunk

    /** The file, or {@code null} if it had better be read at once: it is small, or a pipe whose length nobody knows. */
    public static @Nullable LargeFile of(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return null;
        }
        try (FileChannel file = FileChannel.open(path)) { // which finds out, before anything is sent, whether we may
            long bytes = file.size();
            return bytes > LARGE_BYTES ? new LargeFile(path, bytes, Framing.LENGTH) : null;
        }
    }

    /** The same in chunks, one for each piece that is read. */
    public LargeFile inChunks() {
        return new LargeFile(path, bytes, Framing.CHUNKS);
    }

    /** How many bytes are sent, lines of chunks included. */
    public long sentBytes() {
        if (framing == Framing.LENGTH) {
            return bytes;
        }
        int rest = (int) (bytes % PIECE_BYTES);
        long whole = bytes / PIECE_BYTES * chunkBytes(PIECE_BYTES);
        return whole + (rest == 0 ? 0 : chunkBytes(rest)) + Chunks.last().length;
    }

    private static long chunkBytes(int content) {
        return (long) Chunks.line(content).length + content + Chunks.end().length;
    }

    /** Writes what would be sent. */
    public void copyTo(OutputStream out) throws IOException {
        try (FileChannel file = FileChannel.open(path)) {
            for (long position = 0; position < bytes; position += PIECE_BYTES) {
                ByteBuf piece = piece(file, position, UnpooledByteBufAllocator.DEFAULT);
                try {
                    piece.getBytes(piece.readerIndex(), out, piece.readableBytes());
                } finally {
                    piece.release();
                }
            }
        }
        if (framing == Framing.CHUNKS) {
            out.write(Chunks.last());
        }
    }

    /**
     * Begins to send it, on a thread that may wait for the file and for the peer.
     *
     * @param sent kept when it is done; not by the channel's loop, which may be gone by then
     */
    void sendTo(Channel channel, Promise<Void> sent) {
        Thread thread = new Thread(() -> send(channel, sent), "large-file");
        thread.setDaemon(true);
        thread.start();
    }

    private void send(Channel channel, Promise<Void> sent) {
        try (FileChannel file = FileChannel.open(path)) {
            ChannelFuture written = channel.newSucceededFuture();
            for (long position = 0; position < bytes && written.isSuccess(); position += PIECE_BYTES) {
                written = channel.writeAndFlush(piece(file, position, channel.alloc()))
                        .awaitUninterruptibly();
            }
            if (framing == Framing.CHUNKS && written.isSuccess()) {
                written = channel.writeAndFlush(Unpooled.wrappedBuffer(Chunks.last()))
                        .awaitUninterruptibly();
            }
            if (written.isSuccess()) {
                sent.setSuccess(null);
            } else {
                sent.setFailure(written.cause());
            }
        } catch (IOException | RuntimeException | Error e) {
            sent.setFailure(e);
            channel.close(); // the peer waits for what was announced, and nobody has it
        }
    }

    /** A piece as it is sent: all that is due from here, since a chunk's line has said how much. */
    private ByteBuf piece(FileChannel file, long position, ByteBufAllocator alloc) throws IOException {
        int length = (int) Math.min(PIECE_BYTES, bytes - position);
        ByteBuf piece = alloc.buffer(length + PIECE_EXTRA_BYTES);
        try {
            if (framing == Framing.CHUNKS) {
                piece.writeBytes(Chunks.line(length));
            }
            for (int have = 0; have < length; ) {
                int count = piece.writeBytes(file, position + have, length - have);
                if (count <= 0) {
                    throw new EOFException(path + ": ends after " + (position + have) + " bytes (expected: " + bytes
                            + ", as announced)");
                }
                have += count;
            }
            return framing == Framing.CHUNKS ? piece.writeBytes(Chunks.end()) : piece;
        } catch (IOException | RuntimeException | Error e) {
            piece.release();
            throw e;
        }
    }

    /** How the other end finds the end of it. */
    public enum Framing {
        LENGTH,
        CHUNKS
    }
}
