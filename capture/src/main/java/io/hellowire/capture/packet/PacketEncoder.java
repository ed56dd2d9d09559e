package io.hellowire.capture.packet;

import java.nio.ByteBuffer;

/**
 * Writes the IP and TCP headers, with correct lengths and checksums, around a piece of a segment. One packet at a time,
 * into a buffer that is used again for the next.
 */
public final class PacketEncoder {

    private static final int TCP_HEADER = 20;
    private static final int SYN_OPTIONS = 8;
    private static final int TCP_CHECKSUM_AT = 16;
    private static final int TCP = 6;
    private static final int HOP_LIMIT = 64;
    private static final int DONT_FRAGMENT = 0x4000;
    private static final int WINDOW = 0xFFFF;

    /** 2^14, the largest there is: no peer is ever shown as out of window space, which nobody here could know. */
    private static final int WINDOW_SCALE = 14;

    private final ByteBuffer packet = ByteBuffer.allocate(1500);

    /**
     * Encodes one packet of a segment.
     *
     * @param offset where in the segment's payload the packet's begins
     * @return the packet from position to limit, valid until the next call
     */
    public ByteBuffer encode(Segment segment, int offset) {
        Flow flow = segment.flow();
        int length = Math.min(flow.maxSegmentBytes(), segment.payload().length - offset);
        boolean syn = (segment.tcp().flags() & TcpFlags.SYN) != 0;
        int tcpLength = TCP_HEADER + (syn ? SYN_OPTIONS : 0) + length;
        packet.clear();
        if (flow.isIpv4()) {
            putIpv4(flow, segment.from(), tcpLength);
        } else {
            putIpv6(flow, segment.from(), tcpLength);
        }
        putTcp(segment, offset, length);
        packet.flip();
        int tcpStart = flow.ipHeaderBytes();
        packet.putShort(tcpStart + TCP_CHECKSUM_AT, tcpChecksum(flow, tcpStart, tcpLength));
        return packet;
    }

    /** RFC 791 section 3.1. The identification is 0, as RFC 6864 allows where nothing is fragmented. */
    private void putIpv4(Flow flow, Side from, int tcpLength) {
        packet.put((byte) 0x45).put((byte) 0).putShort((short) (flow.ipHeaderBytes() + tcpLength));
        packet.putShort((short) 0).putShort((short) DONT_FRAGMENT);
        packet.put((byte) HOP_LIMIT).put((byte) TCP).putShort((short) 0);
        packet.put(flow.address(from)).put(flow.address(from.other()));
        packet.putShort(10, Checksum.of(Checksum.sum(packet, 0, flow.ipHeaderBytes())));
    }

    /** RFC 8200 section 3. */
    private void putIpv6(Flow flow, Side from, int tcpLength) {
        packet.putInt(6 << 28).putShort((short) tcpLength).put((byte) TCP).put((byte) HOP_LIMIT);
        packet.put(flow.address(from)).put(flow.address(from.other()));
    }

    /** RFC 9293 section 3.1; the push flag goes on the last packet of what was sent at once. */
    private void putTcp(Segment segment, int offset, int length) {
        Flow flow = segment.flow();
        boolean syn = (segment.tcp().flags() & TcpFlags.SYN) != 0;
        boolean last = offset + length == segment.payload().length;
        int headerWords = (TCP_HEADER + (syn ? SYN_OPTIONS : 0)) / 4;
        int flags = last ? segment.tcp().flags() : segment.tcp().flags() & ~TcpFlags.PSH;
        packet.putShort((short) flow.port(segment.from()));
        packet.putShort((short) flow.port(segment.from().other()));
        packet.putInt(segment.tcp().sequence() + offset).putInt(segment.tcp().acknowledged());
        packet.put((byte) (headerWords << 4)).put((byte) flags).putShort((short) WINDOW);
        packet.putShort((short) 0).putShort((short) 0);
        if (syn) {
            packet.put((byte) 2).put((byte) 4).putShort((short) flow.maxSegmentBytes());
            packet.put((byte) 3).put((byte) 3).put((byte) WINDOW_SCALE).put((byte) 1);
        }
        packet.put(segment.payload(), offset, length);
    }

    /** Over the pseudo header of RFC 9293 section 3.1 or RFC 8200 section 8.1, which have the same sum. */
    private short tcpChecksum(Flow flow, int start, int tcpLength) {
        int addresses = 2 * flow.address(Side.LOCAL).length;
        long sum = Checksum.sum(packet, start - addresses, addresses) + TCP + tcpLength;
        return Checksum.of(sum + Checksum.sum(packet, start, tcpLength));
    }
}
