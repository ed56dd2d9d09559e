package io.hellowire.client.connect;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.util.concurrent.Promise;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A body with large files in it, which is read while it is sent.
 *
 * @param parts what it consists of, in order
 * @param framing how its end is told
 */
public record LongBody(List<Part> parts, Framing framing) {

    private static final int PIECE_BYTES = 1 << 18;
    private static final int PIECE_EXTRA_BYTES = 16; // the lines around a chunk

    public LongBody {
        parts = List.copyOf(parts);
    }

    /** One whose length is announced. */
    public static LongBody of(List<Part> parts) {
        return new LongBody(parts, Framing.LENGTH);
    }

    /** The same in chunks, one for each piece that is read. */
    public LongBody inChunks() {
        return new LongBody(parts, Framing.CHUNKS);
    }

    /** How many bytes its content has. */
    public long bytes() {
        return parts.stream().mapToLong(Part::bytes).sum();
    }

    /** How many bytes are sent, lines of chunks included. */
    public long sentBytes() {
        return framing == Framing.LENGTH
                ? bytes()
                : parts.stream().mapToLong(LongBody::inChunks).sum() + Chunks.last().length;
    }

    private static long inChunks(Part part) {
        int rest = (int) (part.bytes() % PIECE_BYTES);
        long whole = part.bytes() / PIECE_BYTES * chunkBytes(PIECE_BYTES);
        return whole + (rest == 0 ? 0 : chunkBytes(rest));
    }

    private static long chunkBytes(int content) {
        return (long) Chunks.line(content).length + content + Chunks.end().length;
    }

    /** Writes what would be sent. */
    public void copyTo(OutputStream out) throws IOException {
        eachPiece(UnpooledByteBufAllocator.DEFAULT, piece -> {
            try {
                piece.getBytes(piece.readerIndex(), out, piece.readableBytes());
                return true;
            } finally {
                piece.release();
            }
        });
    }

    /**
     * Begins to send it, on a thread that may wait for the files and for the peer.
     *
     * @param sent kept when it is done; not by the channel's loop, which may be gone by then
     */
    void sendTo(Channel channel, Promise<Void> sent) {
        Thread thread = new Thread(() -> send(channel, sent), "long-body");
        thread.setDaemon(true);
        thread.start();
    }

    private void send(Channel channel, Promise<Void> sent) {
        ChannelFuture[] written = {channel.newSucceededFuture()};
        try {
            eachPiece(channel.alloc(), piece -> {
                written[0] = channel.writeAndFlush(piece).awaitUninterruptibly();
                return written[0].isSuccess();
            });
            if (written[0].isSuccess()) {
                sent.setSuccess(null);
            } else {
                sent.setFailure(written[0].cause());
            }
        } catch (IOException | RuntimeException | Error e) {
            sent.setFailure(e);
            channel.close(); // the peer waits for what was announced, and nobody has it
        }
    }

    private void eachPiece(ByteBufAllocator alloc, Taker taker) throws IOException {
        for (Part part : parts) {
            try (Source source = part.open()) {
                for (long position = 0; position < part.bytes(); position += PIECE_BYTES) {
                    int length = (int) Math.min(PIECE_BYTES, part.bytes() - position);
                    if (!taker.take(piece(source, position, length, alloc))) {
                        return;
                    }
                }
            }
        }
        if (framing == Framing.CHUNKS) {
            taker.take(Unpooled.wrappedBuffer(Chunks.last()));
        }
    }

    /** A piece as it is sent: all that is due from here, since a chunk's line has said how much. */
    private ByteBuf piece(Source source, long position, int length, ByteBufAllocator alloc) throws IOException {
        ByteBuf piece = alloc.buffer(length + PIECE_EXTRA_BYTES);
        try {
            if (framing == Framing.CHUNKS) {
                piece.writeBytes(Chunks.line(length));
            }
            source.read(position, length, piece);
            return framing == Framing.CHUNKS ? piece.writeBytes(Chunks.end()) : piece;
        } catch (IOException | RuntimeException | Error e) {
            piece.release();
            throw e;
        }
    }

    /** Some of its content. */
    public sealed interface Part permits LargeFile, Memory {

        /** How much it is. */
        long bytes();

        /** Where to read it. */
        Source open() throws IOException;
    }

    /** What is between files. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares bodies
    public record Memory(byte[] content) implements Part {

        @Override
        public long bytes() {
            return content.length;
        }

        @Override
        public Source open() {
            return new Source() {

                @Override
                public void read(long position, int length, ByteBuf target) {
                    target.writeBytes(content, (int) position, length);
                }

                @Override
                public void close() {}
            };
        }
    }

    /** Reads a part. */
    interface Source extends AutoCloseable {

        /** Reads so many bytes from there on, and no fewer. */
        void read(long position, int length, ByteBuf target) throws IOException;

        @Override
        void close() throws IOException;
    }

    /** Takes a piece, which it releases, and says whether to go on. */
    private interface Taker {
        boolean take(ByteBuf piece) throws IOException;
    }

    /** How the other end finds the end of it. */
    public enum Framing {
        LENGTH,
        CHUNKS
    }
}
