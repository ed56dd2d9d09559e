package io.hellowire.client.connect;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.util.concurrent.Promise;
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
public record LargeFile(Path path, long bytes) {

    private static final long LARGE_BYTES = 1 << 20;
    private static final int PIECE_BYTES = 1 << 18;

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
            long position = 0;
            while (position < bytes) {
                ByteBuf piece = piece(file, position, channel);
                position += piece.readableBytes();
                ChannelFuture written = channel.writeAndFlush(piece).awaitUninterruptibly();
                if (!written.isSuccess()) {
                    sent.setFailure(written.cause());
                    return;
                }
            }
            sent.setSuccess(null);
        } catch (IOException | RuntimeException | Error e) {
            sent.setFailure(e);
            channel.close(); // the peer waits for what was announced, and nobody has it
        }
    }

    private ByteBuf piece(FileChannel file, long position, Channel channel) throws IOException {
        int length = (int) Math.min(PIECE_BYTES, bytes - position);
        ByteBuf piece = channel.alloc().buffer(length);
        try {
            if (piece.writeBytes(file, position, length) > 0) {
                return piece;
            }
            throw new EOFException(
                    path + ": ends after " + position + " bytes (expected: " + bytes + ", as announced)");
        } catch (IOException | RuntimeException | Error e) {
            piece.release();
            throw e;
        }
    }
}
