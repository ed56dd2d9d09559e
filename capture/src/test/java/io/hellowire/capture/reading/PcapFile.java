package io.hellowire.capture.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** A classic pcap file as other programs write it. */
final class PcapFile {

    static final int MICROSECONDS = 0xA1B2C3D4;
    static final int NANOSECONDS = 0xA1B23C4D;

    private static final int SECOND = 1_700_000_000;

    private final ByteOrder order;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int packets;

    PcapFile(ByteOrder order, int magic, int linkType) {
        this.order = order;
        out.writeBytes(ByteBuffer.allocate(24)
                .order(order)
                .putInt(magic)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(1 << 18)
                .putInt(linkType)
                .array());
    }

    /** Of the usual kind. */
    PcapFile(int linkType) {
        this(ByteOrder.LITTLE_ENDIAN, MICROSECONDS, linkType);
    }

    /** Adds a packet, one tick later than the one before. */
    void add(byte[] packet) {
        add(packet, packet.length);
    }

    /** Adds what a snap length leaves of a packet. */
    void add(byte[] packet, int snapLength) {
        byte[] captured = Arrays.copyOf(packet, Math.min(packet.length, snapLength));
        out.writeBytes(ByteBuffer.allocate(16 + captured.length)
                .order(order)
                .putInt(SECOND)
                .putInt(packets++)
                .putInt(captured.length)
                .putInt(packet.length)
                .put(captured)
                .array());
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    Path write(Path file) throws IOException {
        return Files.write(file, bytes());
    }

    static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
