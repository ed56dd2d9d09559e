package io.hellowire.wire.tls;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** Walks through the records of a stream that comes in pieces of any size (RFC 8446 section 5.1), and keeps nothing. */
public final class RecordWalk {

    private static final int LENGTH_OFFSET = 3;
    private static final int ALERT_BYTES = 2;

    private final Content content;
    private int headerBytes;
    private int type;
    private int length;
    private int missing;
    private @Nullable Integer alert;

    /** @param content is shown what the records carry */
    public RecordWalk(Content content) {
        this.content = content;
    }

    /** Is shown what a record carries, in pieces as they come. */
    @FunctionalInterface
    public interface Content {

        /** Sees the next piece of a record of this type: so many bytes at an index of the buffer. */
        void piece(int type, ByteBuf in, int at, int count);
    }

    /** Reads on, without moving the buffer's reader index. */
    public void read(ByteBuf in) {
        int at = in.readerIndex();
        while (at < in.writerIndex()) {
            at += missing > 0 ? readContent(in, at) : readHeader(in.getUnsignedByte(at));
        }
    }

    private int readHeader(int oneByte) {
        type = headerBytes == 0 ? oneByte : type;
        length = headerBytes < LENGTH_OFFSET ? 0 : length << 8 | oneByte;
        headerBytes++;
        if (headerBytes == TlsRecord.HEADER_BYTES) {
            headerBytes = 0;
            missing = length;
        }
        return 1;
    }

    private int readContent(ByteBuf in, int at) {
        int count = Math.min(missing, in.writerIndex() - at);
        missing -= count;
        if (missing == 0 && type == TlsRecord.ALERT && length == ALERT_BYTES) {
            alert = (int) in.getUnsignedByte(at + count - 1);
        }
        content.piece(type, in, at, count);
        return count;
    }

    /** Whether a record has begun and is not complete. */
    public boolean isInsideRecord() {
        return headerBytes > 0 || missing > 0;
    }

    /** The type of the record that came last. */
    public int type() {
        return type;
    }

    /** How many bytes the record that came last carries. */
    public int length() {
        return length;
    }

    /** The number of the alert that came last in the clear, or {@code null}. */
    public @Nullable Integer alert() {
        return alert;
    }
}
