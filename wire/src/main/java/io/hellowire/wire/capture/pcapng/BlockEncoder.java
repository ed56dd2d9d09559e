package io.hellowire.wire.capture.pcapng;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Encodes pcapng blocks, one complete block behind the other, until they are taken away to be written. Little-endian,
 * whatever the machine, so that the same capture gives the same bytes.
 */
public final class BlockEncoder {

    /** {@code LINKTYPE_RAW}: a packet begins with its IPv4 or IPv6 header. */
    public static final int LINKTYPE_RAW = 101;

    /** {@code if_tsresol}: 10^-9 seconds. */
    private static final byte NANOSECONDS = 9;

    private static final int UNKNOWN_SECTION_LENGTH = -1;
    private static final int LONGEST_OPTION = 0xFFFF;

    private ByteBuffer out = ByteBuffer.allocate(64 * 1024).order(ByteOrder.LITTLE_ENDIAN);
    private int blockStart;

    /**
     * Begins a section: the file header.
     *
     * @param application the program that wrote it, with its version
     * @param comment for people
     */
    public void sectionHeader(String application, String comment) {
        begin(Format.SECTION_HEADER);
        room(16);
        out.putInt(Format.BYTE_ORDER_MAGIC);
        out.putShort((short) 1).putShort((short) 0);
        out.putLong(UNKNOWN_SECTION_LENGTH);
        option(Format.COMMENT, comment);
        option(Format.SECTION_HARDWARE, System.getProperty("os.arch"));
        option(
                Format.SECTION_OS,
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", Java "
                        + System.getProperty("java.version"));
        option(Format.SECTION_APPLICATION, application);
        end();
    }

    /**
     * Describes the next interface; the first one gets number 0.
     *
     * @param snapLength the longest captured length of a packet in bytes; 0 for no limit
     * @param filter what was let through, in the words of the user, or {@code null} for everything
     */
    public void interfaceDescription(String name, String description, int snapLength, @Nullable String filter) {
        begin(Format.INTERFACE_DESCRIPTION);
        room(8);
        out.putShort((short) LINKTYPE_RAW).putShort((short) 0).putInt(snapLength);
        option(Format.INTERFACE_NAME, name);
        option(Format.INTERFACE_DESCRIBED, description);
        option(Format.INTERFACE_TIME_RESOLUTION, new byte[] {NANOSECONDS});
        if (filter != null) {
            option(Format.INTERFACE_FILTER, "\0" + filter); // the leading zero: a filter in text form
        }
        end();
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
        begin(Format.ENHANCED_PACKET);
        room(20 + Format.padded(captured));
        out.putInt(facts.interfaceId());
        putTime(facts.timeNanos());
        out.putInt(captured).putInt(original);
        out.put(packet.slice().limit(captured));
        pad();
        String comment = facts.comment();
        if (comment != null) {
            option(Format.COMMENT, comment);
        }
        optionHeader(Format.PACKET_FLAGS, 4);
        out.putInt(facts.direction().flag());
        if (facts.droppedBefore() > 0) {
            option(Format.PACKET_DROPPED, facts.droppedBefore());
        }
        end();
    }

    /** TLS secrets, in lines of RFC 9850, each with its line feed; they open the packets that follow. */
    public void tlsSecrets(byte[] lines) {
        begin(Format.DECRYPTION_SECRETS);
        room(8 + Format.padded(lines.length));
        out.putInt(Format.TLS_KEY_LOG).putInt(lines.length).put(lines);
        pad();
        close(); // no options
    }

    /** How the capture went on one interface; said at the end of the file. */
    public void statistics(InterfaceStatistics statistics) {
        begin(Format.INTERFACE_STATISTICS);
        room(12);
        out.putInt(statistics.interfaceId());
        putTime(statistics.endNanos());
        timeOption(Format.STATISTICS_START, statistics.startNanos());
        timeOption(Format.STATISTICS_END, statistics.endNanos());
        option(Format.STATISTICS_RECEIVED, statistics.received());
        option(Format.STATISTICS_DROPPED, statistics.dropped());
        end();
    }

    /** How many bytes are waiting to be taken. */
    public int size() {
        return out.position();
    }

    /** The blocks encoded until now, ready to be read. They are the encoder's own: call {@link #clear} when done. */
    public ByteBuffer blocks() {
        return out.duplicate().flip();
    }

    /** Forgets the blocks encoded until now. */
    public void clear() {
        out.clear();
    }

    private void begin(int type) {
        blockStart = out.position();
        room(8);
        out.putInt(type).putInt(0); // the length is known at the end
    }

    private void end() {
        room(4);
        out.putShort((short) Format.END_OF_OPTIONS).putShort((short) 0);
        close();
    }

    private void close() {
        room(4);
        int length = out.position() + 4 - blockStart;
        out.putInt(length);
        out.putInt(blockStart + 4, length);
    }

    private void option(int code, String text) {
        option(code, text.getBytes(UTF_8));
    }

    private void option(int code, byte[] value) {
        int length = Math.min(value.length, LONGEST_OPTION);
        optionHeader(code, length);
        out.put(value, 0, length);
        pad();
    }

    private void option(int code, long number) {
        optionHeader(code, 8);
        out.putLong(number);
    }

    private void timeOption(int code, long nanos) {
        optionHeader(code, 8);
        putTime(nanos);
    }

    private void optionHeader(int code, int length) {
        room(4 + Format.padded(length));
        out.putShort((short) code).putShort((short) length);
    }

    /** The upper half first, in either byte order. */
    private void putTime(long nanos) {
        out.putInt((int) (nanos >>> 32)).putInt((int) nanos);
    }

    private void pad() {
        while ((out.position() & 3) != 0) {
            out.put((byte) 0);
        }
    }

    /** Makes room for this many bytes and what closes a block behind them. */
    private void room(int bytes) {
        int wanted = bytes + Format.EMPTY_BLOCK_BYTES;
        if (out.remaining() < wanted) {
            int size = Math.max(out.capacity() * 2, out.position() + wanted);
            out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).put(out.flip());
        }
    }
}
