package io.hellowire.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/** Bytes as a connection delivers them: some now, the rest later, one after the other in pieces of one size. */
final class Received implements AutoCloseable {

    private final ByteBuf all;
    private final ByteBuf arrived = Unpooled.buffer();
    private final int pieceSize;

    Received(byte[] bytes, int pieceSize) {
        this.all = Unpooled.wrappedBuffer(bytes);
        this.pieceSize = pieceSize;
    }

    Received(String text, int pieceSize) {
        this(text.getBytes(ISO_8859_1), pieceSize);
    }

    static Received whole(String text) {
        return new Received(text, Integer.MAX_VALUE);
    }

    /** What has arrived and has not been taken. */
    ByteBuf arrived() {
        return arrived;
    }

    /** Lets the next piece arrive; false if there is none. */
    boolean more() {
        int count = Math.min(pieceSize, all.readableBytes());
        arrived.writeBytes(all, count);
        return count > 0;
    }

    /** Reads with pieces arriving until there is a result, or no more pieces. */
    <T> @Nullable T read(Reading<T> reading) throws MalformedMessageException {
        T result = reading.from(arrived);
        while (result == null && more()) {
            result = reading.from(arrived);
        }
        return result;
    }

    /** All that has not been taken, as text. */
    String rest() {
        return arrived.toString(ISO_8859_1) + all.toString(ISO_8859_1);
    }

    @Override
    public void close() {
        arrived.release();
        all.release();
    }

    /** Something that reads from what has arrived, and gives nothing while that is too little. */
    interface Reading<T> {
        @Nullable
        T from(ByteBuf in) throws MalformedMessageException;
    }
}
