package io.hellowire.capture.pcapng;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hellowire.capture.pcapng.PacketFacts.Direction;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what the blocks of a pcapng file say, block by block, whoever wrote it. */
public final class PcapngReader implements Closeable {

    /** A file that describes more is not one that a person captured. */
    private static final int MOST_INTERFACES = 1024;

    private final RawBlockReader blocks;
    private final List<Block.Interface> interfaces = new ArrayList<>();
    private @Nullable RawBlock last;

    private PcapngReader(RawBlockReader blocks) {
        this.blocks = blocks;
    }

    /** Opens a file; closing this closes it. */
    public static PcapngReader open(Path file) throws IOException {
        return new PcapngReader(RawBlockReader.open(file));
    }

    /**
     * Reads the next block.
     *
     * @return {@code null} at the end
     * @throws MalformedCaptureException if it cannot be read
     */
    public @Nullable Block next() throws IOException {
        RawBlock raw = blocks.next();
        last = raw;
        return raw == null ? null : decode(raw);
    }

    /** The block that was read last, as it is in the file. */
    public RawBlock raw() {
        return Objects.requireNonNull(last, "no block was read");
    }

    /** Whether the file ended in the middle of a block, as it does when its writer was killed. */
    public boolean isCutShort() {
        return blocks.isCutShort();
    }

    private Block decode(RawBlock raw) throws MalformedCaptureException {
        ByteBuffer body = raw.body();
        return switch (raw.type()) {
            case Format.SECTION_HEADER -> section(raw, body);
            case Format.INTERFACE_DESCRIPTION -> described(raw, body);
            case Format.ENHANCED_PACKET -> packet(raw, body);
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
        Options options = Options.read(body.position(8), raw.offset());
        Block.Interface described =
                new Block.Interface(linkType, options.text(Format.INTERFACE_NAME), options.resolution());
        interfaces.add(described);
        return described;
    }

    private Block packet(RawBlock raw, ByteBuffer body) throws MalformedCaptureException {
        require(raw, body, 20);
        Block.Interface from = interfaceOf(raw, body.getInt());
        long ticks = (body.getInt() & 0xFFFFFFFFL) << 32 | (body.getInt() & 0xFFFFFFFFL);
        int captured = body.getInt();
        int original = body.getInt();
        if (captured < 0 || Format.padded(captured) > body.remaining()) {
            throw new MalformedCaptureException(
                    raw.offset(),
                    "a packet of " + captured + " bytes",
                    body.remaining() + " at most, to the block's end");
        }
        byte[] data = new byte[captured];
        body.get(data);
        Options options = Options.read(body.position(20 + Format.padded(captured)), raw.offset());
        return new Block.Packet(
                from,
                from.resolution().nanos(ticks),
                data,
                original,
                Direction.of(options.intOr(Format.PACKET_FLAGS, 0)),
                options.text(Format.COMMENT));
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

    @Override
    public void close() throws IOException {
        blocks.close();
    }
}
