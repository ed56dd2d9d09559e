package io.hellowire.capture.pcapng;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** One block as it is in the file, of which only type and length were looked at. */
final class RawBlock {

    private static final int HEADER = 8;
    private static final int TRAILER = 4;

    private final long offset;
    private final ByteBuffer whole;

    RawBlock(long offset, ByteBuffer whole) {
        this.offset = offset;
        this.whole = whole;
    }

    /** Its place in the file, in bytes. */
    long offset() {
        return offset;
    }

    int type() {
        return whole.getInt(0);
    }

    /** Whether it holds secrets that open captured packets. */
    boolean isSecrets() {
        return type() == Format.DECRYPTION_SECRETS;
    }

    /** The block with header and trailer, to be copied as it is. */
    ByteBuffer whole() {
        return whole.duplicate();
    }

    /** What is between header and trailer, in the byte order of its section. */
    ByteBuffer body() {
        ByteOrder order = whole.order();
        return whole.slice(HEADER, whole.capacity() - HEADER - TRAILER).order(order);
    }
}
