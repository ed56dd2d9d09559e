package io.hellowire.capture.pcapng;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hellowire.capture.pcapng.PacketFacts.Direction;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what the blocks of a pcapng file say, block by block, whoever wrote it. */
final class PcapngReader implements BlockSource {

    /** A file that describes more is not one that a person captured. */
    private static final int MOST_INTERFACES = 1024;

    private final RawBlockReader blocks;
    private final List<Block.Interface> interfaces = new ArrayList<>();
    private @Nullable RawBlock last;
    private long timeNanos;

    /** @param expected what the file should be, for the message */
    PcapngReader(CaptureInput in, String expected) {
        this.blocks = new RawBlockReader(in, expected);
    }

    @Override
    public @Nullable Block next() throws IOException {
        RawBlock raw = blocks.next();
        last = raw;
        return raw == null ? null : decode(raw);
    }

    /** The block that was read last, as it is in the file. */
    RawBlock raw() {
        return Objects.requireNonNull(last, "no block was read");
    }

    @Override
    public boolean isCutShort() {
        return blocks.isCutShort();
    }

    private Block decode(RawBlock raw) throws MalformedCaptureException {
        ByteBuffer body = raw.body();
        return switch (raw.type()) {
            case Format.SECTION_HEADER -> section(raw, body);
            case Format.INTERFACE_DESCRIPTION -> described(raw, body);
            case Format.ENHANCED_PACKET, Format.OLD_PACKET -> packet(raw, body);
            case Format.SIMPLE_PACKET -> simplePacket(raw, body);
            case Format.DECRYPTION_SECRETS -> secrets(raw, body);
            case Format.INTERFACE_STATISTICS -> statistics(raw, body);
            default -> new Block.Other(raw.type());
        };
    }

    private Block section(RawBlock raw, ByteBuffer body) throws MalformedCaptureException {
        interfaces.clear();
        Options options = Options.read(body.position(16), raw.offset());
        return new Block.Section(options.text(Format.SECTION_APPLICATION), options.text(Format.COMMENT));
    }

    private Block described(RawBlock raw, ByteBuffer body) throws MalformedCaptureException {
        require(raw, body, 8);
        if (interfaces.size() == MOST_INTERFACES) {
            throw new MalformedCaptureException(raw.offset(), "one more interface", MOST_INTERFACES + " at most");
        }
        int linkType = body.getShort() & 0xFFFF;
        int snapLength = body.getInt(4);
        Options options = Options.read(body.position(8), raw.offset());
        Block.Interface described =
                new Block.Interface(linkType, options.text(Format.INTERFACE_NAME), options.resolution(), snapLength);
        interfaces.add(described);
        return described;
    }

    /** Its obsolete form differs in one number only: 16 bits each for the interface and for how many were lost. */
    private Block packet(RawBlock raw, ByteBuffer body) throws MalformedCaptureException {
        require(raw, body, 20);
        boolean isOld = raw.type() == Format.OLD_PACKET;
        Block.Interface from = interfaceOf(raw, isOld ? body.getShort(0) & 0xFFFF : body.getInt(0));
        long ticks = (body.getInt(4) & 0xFFFFFFFFL) << 32 | (body.getInt(8) & 0xFFFFFFFFL);
        timeNanos = from.resolution().nanos(ticks);
        int original = body.getInt(16);
        byte[] data = captured(raw, body.position(20), body.getInt(12));
        Options options = Options.read(body, raw.offset());
        Direction direction = Direction.of(options.intOr(Format.PACKET_FLAGS, 0));
        return new Block.Packet(from, timeNanos, data, original, direction, options.text(Format.COMMENT));
    }

    /** It says no more than the packet's bytes, of the first interface; it has no time. */
    private Block simplePacket(RawBlock raw, ByteBuffer body) throws MalformedCaptureException {
        require(raw, body, 4);
        Block.Interface from = interfaceOf(raw, 0);
        int original = body.getInt();
        int captured = from.snapLength() == 0
                ? original
                : (int) Math.min(original & 0xFFFFFFFFL, from.snapLength() & 0xFFFFFFFFL);
        return new Block.Packet(from, timeNanos, captured(raw, body, captured), original, Direction.UNKNOWN, null);
    }

    /** What was captured of a packet; leaves the body behind it, where its options begin. */
    private static byte[] captured(RawBlock raw, ByteBuffer body, int length) throws MalformedCaptureException {
        if (length < 0 || Format.padded(length) > body.remaining()) {
            throw new MalformedCaptureException(
                    raw.offset(),
                    "a packet of " + length + " bytes",
                    body.remaining() + " at most, to the block's end");
        }
        byte[] data = new byte[length];
        body.get(data);
        body.position(body.position() + Format.padded(length) - length);
        return data;
    }

    private Block.Interface interfaceOf(RawBlock raw, int id) throws MalformedCaptureException {
        if (id < 0 || id >= interfaces.size()) {
            throw new MalformedCaptureException(
                    raw.offset(),
                    "a packet of interface " + Integer.toUnsignedString(id),
                    "one of the " + interfaces.size() + " described before it");
        }
        return interfaces.get(id);
    }

    private static Block secrets(RawBlock raw, ByteBuffer body) throws MalformedCaptureException {
        require(raw, body, 8);
        int type = body.getInt();
        int length = body.getInt();
        if (length < 0 || length > body.remaining()) {
            throw new MalformedCaptureException(
                    raw.offset(), "secrets of " + length + " bytes", body.remaining() + " at most, to the block's end");
        }
        if (type != Format.TLS_KEY_LOG) {
            return new Block.Other(raw.type());
        }
        byte[] lines = new byte[length];
        body.get(lines);
        return new Block.TlsSecrets(new String(lines, ISO_8859_1));
    }

    private static Block statistics(RawBlock raw, ByteBuffer body) throws MalformedCaptureException {
        require(raw, body, 12);
        int id = body.getInt();
        Options options = Options.read(body.position(12), raw.offset());
        return new Block.Statistics(
                id, options.number(Format.STATISTICS_RECEIVED), options.number(Format.STATISTICS_DROPPED));
    }

    private static void require(RawBlock raw, ByteBuffer body, int bytes) throws MalformedCaptureException {
        if (body.remaining() < bytes) {
            throw new MalformedCaptureException(
                    raw.offset(),
                    "a block of type " + raw.type() + " with " + body.remaining() + " bytes",
                    "at least " + bytes);
        }
    }
}
