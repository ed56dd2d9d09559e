package io.hellowire.capture.reading;

import io.hellowire.capture.pcapng.Block;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the TCP packets in captured frames, and counts what is something else. */
final class TcpPackets {

    private final FragmentTable fragments = new FragmentTable();
    private final SortedSet<Integer> unknownLinkTypes = new TreeSet<>();
    private long others;
    private long cut;
    private long unknown;

    /**
     * Reads a frame.
     *
     * @return {@code null} if it is no TCP packet, cut too short, or a part of one that is not whole yet
     */
    @Nullable
    TcpPacket read(Block.Packet frame) {
        int linkType = frame.from().linkType();
        if (frame.data().length < frame.originalLength()) {
            cut++;
        }
        if (!LinkLayer.isKnown(linkType)) {
            unknown++;
            unknownLinkTypes.add(linkType);
            return null;
        }
        try {
            return tcp(frame);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            others++; // cut inside one of its headers
            return null;
        }
    }

    private @Nullable TcpPacket tcp(Block.Packet frame) {
        ByteBuffer in = LinkLayer.ip(frame.from().linkType(), frame.data());
        IpPacket ip = in == null ? null : IpPacket.read(in, wireLength(in, frame));
        if (ip != null && ip.fragment() != null) {
            ip = fragments.add(ip, ip.fragment());
            if (ip == null) {
                return null; // more of it comes, or is lost and counted
            }
        }
        TcpPacket tcp = ip == null ? null : TcpPacket.of(ip);
        if (tcp == null) {
            others++;
        }
        return tcp;
    }

    /** What is left of the frame and what was not captured of it; more than 2 GiB no packet has. */
    private static int wireLength(ByteBuffer in, Block.Packet frame) {
        long notCaptured = Math.max(0, frame.originalLength() - (long) frame.data().length);
        return (int) Math.min(Integer.MAX_VALUE, in.remaining() + notCaptured);
    }

    /** What was not read until now. */
    Unread unread() {
        return new Unread(others, unknown, unknownLinkTypes, fragments.lost(), cut);
    }
}
