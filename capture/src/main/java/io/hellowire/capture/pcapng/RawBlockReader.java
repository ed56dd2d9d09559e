package io.hellowire.capture.pcapng;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts a pcapng file into its blocks, of either byte order, one at a time and none larger than a bound. */
final class RawBlockReader {

    private static final int HEADER = 8;

    private final CaptureInput in;
    private final String expected;
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private boolean isCutShort;

    /** @param expected what the file should be, for the message */
    RawBlockReader(CaptureInput in, String expected) {
        this.in = in;
        this.expected = expected;
    }

    /**
     * Reads the next block.
     *
     * @return {@code null} at the end
     * @throws MalformedCaptureException if there is something else than a block
     */
    @Nullable
    RawBlock next() throws IOException {
        long start = in.offset();
        byte[] header = in.read(HEADER);
        if (header.length < HEADER) {
            return end(start, header.length);
        }
        if (ByteBuffer.wrap(header).getInt() == Format.SECTION_HEADER) {
            return section(start, header);
        }
        if (start == 0) {
            throw new MalformedCaptureException(0, "no section header", expected);
        }
        int length = ByteBuffer.wrap(header).order(order).getInt(4);
        return rest(start, header, checked(start, length, Format.EMPTY_BLOCK_BYTES));
    }

    /** Whether the file ended in the middle of a block, as it does when its writer was killed. */
    boolean isCutShort() {
        return isCutShort;
    }

    /** The byte order of a section, its own length included, is told by the number behind that length. */
    private @Nullable RawBlock section(long start, byte[] header) throws IOException {
        byte[] magic = in.read(4);
        if (magic.length < 4) {
            return end(start, HEADER + magic.length);
        }
        byte[] both = ByteBuffer.allocate(HEADER + 4).put(header).put(magic).array();
        if (ByteBuffer.wrap(magic).getInt() == Format.BYTE_ORDER_MAGIC) {
            order = ByteOrder.BIG_ENDIAN;
        } else if (ByteBuffer.wrap(magic).order(ByteOrder.LITTLE_ENDIAN).getInt() == Format.BYTE_ORDER_MAGIC) {
            order = ByteOrder.LITTLE_ENDIAN;
        } else {
            throw new MalformedCaptureException(start + HEADER, "no byte order", "1a2b3c4d in either order");
        }
        int length = ByteBuffer.wrap(both).order(order).getInt(4);
        return rest(start, both, checked(start, length, Format.EMPTY_BLOCK_BYTES + 16));
    }

    private static int checked(long start, int length, int least) throws MalformedCaptureException {
        if (length < least || length > Format.MOST_BLOCK_BYTES || (length & 3) != 0) {
            throw new MalformedCaptureException(
                    start + 4,
                    "a block of " + Integer.toUnsignedString(length) + " bytes",
                    "a multiple of 4 from " + least + " to " + Format.MOST_BLOCK_BYTES);
        }
        return length;
    }

    private @Nullable RawBlock rest(long start, byte[] begun, int length) throws IOException {
        byte[] bytes = Arrays.copyOf(begun, length);
        int read = in.read(bytes, begun.length);
        if (begun.length + read < length) {
            return end(start, begun.length + read);
        }
        ByteBuffer whole = ByteBuffer.wrap(bytes).order(order);
        if (whole.getInt(length - 4) != length) {
            throw new MalformedCaptureException(
                    start + length - 4, "a block whose two lengths differ", length + " at its end as at its start");
        }
        return new RawBlock(start, whole);
    }

    private @Nullable RawBlock end(long start, int bytes) throws MalformedCaptureException {
        if (start == 0) {
            throw new MalformedCaptureException(0, bytes + " bytes", expected);
        }
        isCutShort = bytes > 0;
        return null;
    }
}
