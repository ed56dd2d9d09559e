package io.hellowire.capture.pcapng;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Encodes pcapng blocks, one complete block behind the other, until they are taken away to be written. */
public final class BlockEncoder {

    /** {@code LINKTYPE_RAW}: a packet begins with its IPv4 or IPv6 header. */
    public static final int LINKTYPE_RAW = 101;

    /** {@code if_tsresol}: 10^-9 seconds. */
    private static final byte NANOSECONDS = 9;

    private static final int UNKNOWN_SECTION_LENGTH = -1;

    private final BlockBuffer block = new BlockBuffer();

    /**
     * Begins a section: the file header.
     *
     * @param application the program that wrote it, with its version
     * @param comment for people
     */
    public void sectionHeader(String application, String comment) {
        block.begin(Format.SECTION_HEADER, 16)
                .putInt(Format.BYTE_ORDER_MAGIC)
                .putShort((short) 1)
                .putShort((short) 0)
                .putLong(UNKNOWN_SECTION_LENGTH);
        block.option(Format.COMMENT, comment);
        block.option(Format.SECTION_HARDWARE, System.getProperty("os.arch"));
        block.option(
                Format.SECTION_OS,
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", Java "
                        + System.getProperty("java.version"));
        block.option(Format.SECTION_APPLICATION, application);
        block.endOptions();
    }

    /**
     * Describes the next interface; the first one gets number 0.
     *
     * @param snapLength the longest captured length of a packet in bytes; 0 for no limit
     * @param filter what was let through, in the words of the user, or {@code null} for everything
     */
    public void interfaceDescription(String name, String description, int snapLength, @Nullable String filter) {
        block.begin(Format.INTERFACE_DESCRIPTION, 8)
                .putShort((short) LINKTYPE_RAW)
                .putShort((short) 0)
                .putInt(snapLength);
        block.option(Format.INTERFACE_NAME, name);
        block.option(Format.INTERFACE_DESCRIBED, description);
        block.option(Format.INTERFACE_TIME_RESOLUTION, new byte[] {NANOSECONDS});
        if (filter != null) {
            block.option(Format.INTERFACE_FILTER, "\0" + filter); // the leading zero: a filter in text form
        }
        block.endOptions();
    }

    /**
     * One packet.
     *
     * @param packet its bytes from position to limit; left as it was
     * @param snapLength how many of them are kept at most; 0 for all
     */
    public void packet(PacketFacts facts, ByteBuffer packet, int snapLength) {
        int original = packet.remaining();
        int captured = snapLength == 0 ? original : Math.min(snapLength, original);
        ByteBuffer out = block.begin(Format.ENHANCED_PACKET, 20 + Format.padded(captured));
        out.putInt(facts.interfaceId());
        block.putTime(facts.timeNanos());
        out.putInt(captured).putInt(original);
        out.put(packet.slice().limit(captured));
        block.pad();
        String comment = facts.comment();
        if (comment != null) {
            block.option(Format.COMMENT, comment);
        }
        block.intOption(Format.PACKET_FLAGS, facts.direction().flag());
        if (facts.droppedBefore() > 0) {
            block.longOption(Format.PACKET_DROPPED, facts.droppedBefore());
        }
        block.endOptions();
    }

    /** TLS secrets, in lines of RFC 9850, each with its line feed; they open the packets that follow. */
    public void tlsSecrets(byte[] lines) {
        block.begin(Format.DECRYPTION_SECRETS, 8 + Format.padded(lines.length))
                .putInt(Format.TLS_KEY_LOG)
                .putInt(lines.length)
                .put(lines);
        block.pad();
        block.end();
    }

    /** How the capture went on one interface; said at the end of the file. */
    public void statistics(InterfaceStatistics statistics) {
        block.begin(Format.INTERFACE_STATISTICS, 12).putInt(statistics.interfaceId());
        block.putTime(statistics.endNanos());
        block.timeOption(Format.STATISTICS_START, statistics.startNanos());
        block.timeOption(Format.STATISTICS_END, statistics.endNanos());
        block.longOption(Format.STATISTICS_RECEIVED, statistics.received());
        block.longOption(Format.STATISTICS_DROPPED, statistics.dropped());
        block.endOptions();
    }

    /** How many bytes are waiting to be taken. */
    public int size() {
        return block.size();
    }

    /** The blocks encoded until now, ready to be read. They are the encoder's own: call {@link #clear} when done. */
    public ByteBuffer blocks() {
        return block.blocks();
    }

    /** Forgets the blocks encoded until now. */
    public void clear() {
        block.clear();
    }
}
