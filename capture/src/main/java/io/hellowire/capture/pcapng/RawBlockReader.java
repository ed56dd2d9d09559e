package io.hellowire.capture.pcapng;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts a pcapng file into its blocks, of either byte order, one at a time and none larger than a bound. */
final class RawBlockReader implements Closeable {

    /** Far more than any packet or list of secrets takes. */
    private static final int MOST_BLOCK_BYTES = 16 << 20;

    private static final int HEADER = 8;
    private static final String A_CAPTURE = "a pcapng file";

    private final InputStream in;
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private long offset;
    private boolean isCutShort;

    private RawBlockReader(InputStream in) {
        this.in = in;
    }

    /**
     * Opens a file; closing this closes it.
     *
     * @throws CaptureFileException if there is no such file
     */
    public static RawBlockReader open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new CaptureFileException(file, "a folder", A_CAPTURE);
        }
        try {
            return new RawBlockReader(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
        } catch (FileSystemException e) {
            throw new CaptureFileException(file, e, A_CAPTURE);
        }
    }

    /**
     * Reads the next block.
     *
     * @return {@code null} at the end
     * @throws MalformedCaptureException if there is something else than a block
     */
    public @Nullable RawBlock next() throws IOException {
        long start = offset;
        byte[] header = in.readNBytes(HEADER);
        offset += header.length;
        if (header.length < HEADER) {
            return end(start, header);
        }
        if (ByteBuffer.wrap(header).getInt() == Format.SECTION_HEADER) {
            return section(start, header);
        }
        if (start == 0) {
            throw notACapture(header);
        }
        int length = ByteBuffer.wrap(header).order(order).getInt(4);
        return rest(start, header, checked(start, length, Format.EMPTY_BLOCK_BYTES));
    }

    /** Its older brother is what people take for one most often. */
    private static MalformedCaptureException notACapture(byte[] header) {
        return switch (ByteBuffer.wrap(header).getInt()) {
            case 0xA1B2C3D4, 0xD4C3B2A1, 0xA1B23C4D, 0x4D3CB2A1 ->
                new MalformedCaptureException(
                        0, "a classic pcap file", A_CAPTURE + ", which editcap -F pcapng makes of it");
            default -> new MalformedCaptureException(0, "no section header", A_CAPTURE);
        };
    }

    /** Whether the file ended in the middle of a block, as it does when its writer was killed. */
    public boolean isCutShort() {
        return isCutShort;
    }

    /** The byte order of a section, its own length included, is told by the number behind that length. */
    private @Nullable RawBlock section(long start, byte[] header) throws IOException {
        byte[] magic = in.readNBytes(4);
        offset += magic.length;
        if (magic.length < 4) {
            return end(start, magic);
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
        if (length < least || length > MOST_BLOCK_BYTES || (length & 3) != 0) {
            throw new MalformedCaptureException(
                    start + 4,
                    "a block of " + Integer.toUnsignedString(length) + " bytes",
                    "a multiple of 4 from " + least + " to " + MOST_BLOCK_BYTES);
        }
        return length;
    }

    private @Nullable RawBlock rest(long start, byte[] begun, int length) throws IOException {
        byte[] bytes = Arrays.copyOf(begun, length);
        int read = in.readNBytes(bytes, begun.length, length - begun.length);
        offset += read;
        if (begun.length + read < length) {
            return end(start, begun);
        }
        ByteBuffer whole = ByteBuffer.wrap(bytes).order(order);
        if (whole.getInt(length - 4) != length) {
            throw new MalformedCaptureException(
                    offset - 4, "a block whose two lengths differ", length + " at its end as at its start");
        }
        return new RawBlock(start, whole);
    }

    private @Nullable RawBlock end(long start, byte[] begun) throws MalformedCaptureException {
        if (start == 0) {
            throw new MalformedCaptureException(0, begun.length + " bytes", A_CAPTURE);
        }
        isCutShort = begun.length > 0;
        return null;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
