package io.hellowire.capture.reading;

import io.hellowire.capture.packet.TcpFlags;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What matters of a TCP packet that was captured.
 *
 * @param source who sent it
 * @param destination to whom
 * @param sequence the number of its first byte
 * @param acknowledged the next byte its sender expects, if it has the flag for that
 * @param flags of {@link TcpFlags}
 * @param payload what was captured of its bytes
 * @param payloadLength how many bytes it had
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares packets
record TcpPacket(
        InetSocketAddress source,
        InetSocketAddress destination,
        int sequence,
        int acknowledged,
        int flags,
        byte[] payload,
        int payloadLength) {

    private static final int TCP = 6;
    private static final int HEADER = 20;
    private static final int FLAGS_END = 16;

    /**
     * Reads a packet.
     *
     * @return {@code null} if it is something else than TCP
     * @throws IndexOutOfBoundsException if it is cut too short
     */
    static @Nullable TcpPacket of(IpPacket ip) {
        ByteBuffer in = ip.body();
        if (ip.protocol() != TCP) {
            return null;
        }
        in.get(FLAGS_END - 1); // what is behind may be cut off
        int header = ((in.get(12) & 0xFF) >> 4) * 4;
        if (header < HEADER) {
            return null;
        }
        byte[] payload = new byte[Math.max(0, in.remaining() - header)];
        if (payload.length > 0) {
            in.get(header, payload);
        }
        return new TcpPacket(
                new InetSocketAddress(ip.source(), in.getShort(0) & 0xFFFF),
                new InetSocketAddress(ip.destination(), in.getShort(2) & 0xFFFF),
                in.getInt(4),
                in.getInt(8),
                in.get(13) & 0xFF,
                payload,
                Math.max(0, ip.bodyLength() - header));
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** Whether it asks for a connection. */
    boolean asks() {
        return has(TcpFlags.SYN) && !has(TcpFlags.ACK);
    }

    /** Whether it agrees to one. */
    boolean agrees() {
        return has(TcpFlags.SYN) && has(TcpFlags.ACK);
    }
}
