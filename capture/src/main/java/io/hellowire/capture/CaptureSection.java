package io.hellowire.capture;

import io.hellowire.capture.packet.PacketEncoder;
import io.hellowire.capture.packet.Segment;
import io.hellowire.capture.packet.Side;
import io.hellowire.capture.pcapng.BlockEncoder;
import io.hellowire.capture.pcapng.InterfaceName;
import io.hellowire.capture.pcapng.InterfaceStatistics;
import io.hellowire.capture.pcapng.PacketFacts;
import io.hellowire.capture.pcapng.PacketFacts.Direction;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/** Encodes one capture file from its header to its statistics. Used by the writing thread only. */
final class CaptureSection {

    /** The interface of what crosses the socket. */
    static final int WIRE = 0;

    /** The interface of what is inside TLS. */
    static final int INSIDE = 1;

    static final int INTERFACES = 2;

    private static final String HONEST = "Written by the application itself, not by a network card: the bytes are those"
            + " that it really sent to and received from its sockets, in that order, with the time of each; the IP and TCP"
            + " headers around them are synthesised. Losses, retransmissions, acknowledgements and segment sizes of the"
            + " real network are not in here.";

    private final CaptureOptions options;
    private final String application;
    private final PacketEncoder packets = new PacketEncoder();
    private final BlockEncoder blocks = new BlockEncoder();
    private final long[] received = new long[INTERFACES];
    private final long[] dropped = new long[INTERFACES];
    private final long[] unwritten = new long[INTERFACES];
    private long startNanos;
    private long lastNanos;

    CaptureSection(CaptureOptions options, String application) {
        this.options = options;
        this.application = application;
    }

    /** The blocks that were encoded and are neither written nor lost yet. */
    BlockEncoder blocks() {
        return blocks;
    }

    /** Forgets the blocks, because they are written. Returns how many packets are in them. */
    long written() {
        long packets = Arrays.stream(unwritten).sum();
        Arrays.fill(unwritten, 0);
        blocks.clear();
        return packets;
    }

    /** Forgets the blocks, because they cannot be written: their packets are dropped. Returns how many those are. */
    long lost() {
        for (int i = 0; i < dropped.length; i++) {
            dropped[i] += unwritten[i];
        }
        return written();
    }

    void begin(long nowNanos) {
        startNanos = nowNanos;
        lastNanos = Math.max(lastNanos, nowNanos);
        Arrays.fill(received, 0);
        Arrays.fill(dropped, 0);
        String filter = options.content().filter() == CaptureFilter.EVERYTHING
                ? null
                : options.content().filter().toString();
        blocks.sectionHeader(application, HONEST);
        blocks.interfaceDescription(
                InterfaceName.WIRE,
                "what crosses the sockets: ciphertext where there is TLS",
                options.content().snapLength(),
                filter);
        if (options.content().plain()) {
            blocks.interfaceDescription(
                    InterfaceName.INSIDE_TLS,
                    "the same streams inside TLS; the server's port is shown as " + InsideAddress.PORT,
                    options.content().snapLength(),
                    filter);
        }
    }

    /**
     * Adds a segment's packets. Their time never runs backwards in the file: a packet that waited for its secret is as
     * late as what was written meanwhile.
     *
     * @param droppedBefore packets of the same interface that are missing in front of it
     */
    void add(Segment segment, long droppedBefore) {
        int id = segment.flow().interfaceId();
        lastNanos = Math.max(lastNanos, segment.timeNanos());
        received[id] += segment.packets() + droppedBefore;
        dropped[id] += droppedBefore;
        unwritten[id] += segment.packets();
        Direction direction = segment.from() == Side.LOCAL ? Direction.OUTBOUND : Direction.INBOUND;
        long missing = droppedBefore;
        @Nullable String comment = segment.comment();
        int offset = 0;
        do {
            ByteBuffer packet = packets.encode(segment, offset);
            blocks.packet(
                    new PacketFacts(id, lastNanos, direction, missing, comment),
                    packet,
                    options.content().snapLength());
            missing = 0;
            comment = null;
            offset += segment.flow().maxSegmentBytes();
        } while (offset < segment.payload().length);
    }

    void addSecrets(byte[] lines) {
        blocks.tlsSecrets(lines);
    }

    /**
     * Adds what is known at the end of the file.
     *
     * @param droppedSince how many packets of an interface are missing behind the last one added
     */
    void end(long nowNanos, IntToLongFunction droppedSince) {
        addStatistics(WIRE, nowNanos, droppedSince.applyAsLong(WIRE));
        if (options.content().plain()) {
            addStatistics(INSIDE, nowNanos, droppedSince.applyAsLong(INSIDE));
        }
    }

    private void addStatistics(int id, long nowNanos, long droppedSince) {
        received[id] += droppedSince;
        dropped[id] += droppedSince;
        blocks.statistics(
                new InterfaceStatistics(id, startNanos, Math.max(lastNanos, nowNanos), received[id], dropped[id]));
    }
}
