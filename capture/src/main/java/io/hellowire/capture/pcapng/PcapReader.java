package io.hellowire.capture.pcapng;

import io.hellowire.capture.pcapng.PacketFacts.Direction;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Reads the packets of a classic pcap file, of either byte order, in micro- or nanoseconds (draft-ietf-opsawg-pcap). */
final class PcapReader implements BlockSource {

    private static final int MICROSECONDS = 0xA1B2C3D4;
    private static final int NANOSECONDS = 0xA1B23C4D;

    private static final int FILE_HEADER = 24;
    private static final int PACKET_HEADER = 16;
    private static final int VERSION = 2;

    /** Four times what Wireshark takes. */
    private static final int MOST_PACKET_BYTES = 1 << 20;

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final CaptureInput in;
    private final ByteOrder order;
    private final int nanosPerTick;
    private final Block.Interface from;
    private boolean isDescribed;
    private boolean isCutShort;

    /** Reads the file's header. */
    PcapReader(CaptureInput in) throws IOException {
        this.in = in;
        byte[] bytes = in.read(FILE_HEADER);
        if (bytes.length < FILE_HEADER) {
            throw new MalformedCaptureException(0, bytes.length + " bytes", "a header of " + FILE_HEADER);
        }
        ByteBuffer header = ByteBuffer.wrap(bytes);
        boolean isBig = header.getInt(0) == MICROSECONDS || header.getInt(0) == NANOSECONDS;
        this.order = isBig ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        header.order(order);
        this.nanosPerTick = header.getInt(0) == NANOSECONDS ? 1 : 1000;
        if (header.getShort(4) != VERSION) {
            throw new MalformedCaptureException(4, "pcap version " + (header.getShort(4) & 0xFFFF), VERSION + ".4");
        }
        this.from = Block.Interface.unnamed(header.getShort(isBig ? 22 : 20) & 0xFFFF);
    }

    /** Whether a file of these first four bytes, read big-endian, is one. */
    static boolean isMagic(int magic) {
        return isInOrder(magic) || isInOrder(Integer.reverseBytes(magic));
    }

    private static boolean isInOrder(int magic) {
        return magic == MICROSECONDS || magic == NANOSECONDS;
    }

    /** What it was captured from first, then packet by packet. */
    @Override
    public @Nullable Block next() throws IOException {
        if (!isDescribed) {
            isDescribed = true;
            return from;
        }
        long start = in.offset();
        byte[] header = in.read(PACKET_HEADER);
        isCutShort = header.length > 0 && header.length < PACKET_HEADER;
        return header.length < PACKET_HEADER
                ? null
                : packet(start, ByteBuffer.wrap(header).order(order));
    }

    private @Nullable Block packet(long start, ByteBuffer header) throws IOException {
        long seconds = header.getInt() & 0xFFFFFFFFL;
        long ticks = header.getInt() & 0xFFFFFFFFL;
        int captured = header.getInt();
        if (captured < 0 || captured > MOST_PACKET_BYTES) {
            throw new MalformedCaptureException(
                    start + 8,
                    "a packet of " + Integer.toUnsignedString(captured) + " bytes",
                    MOST_PACKET_BYTES + " at most");
        }
        int original = header.getInt();
        byte[] data = in.read(captured);
        isCutShort = data.length < captured;
        return isCutShort
                ? null
                : new Block.Packet(
                        from,
                        seconds * NANOS_PER_SECOND + ticks * nanosPerTick,
                        data,
                        original,
                        Direction.UNKNOWN,
                        null);
    }

    @Override
    public boolean isCutShort() {
        return isCutShort;
    }
}
