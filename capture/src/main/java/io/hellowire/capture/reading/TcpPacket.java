package io.hellowire.capture.reading;

import io.hellowire.capture.packet.TcpFlags;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What matters of a TCP packet that was captured.
 *
 * @param source who sent it
 * @param destination to whom
 * @param sequence the number of its first byte
 * @param flags of {@link TcpFlags}
 * @param payload what was captured of its bytes
 * @param payloadLength how many bytes it had
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares packets
record TcpPacket(
        InetSocketAddress source,
        InetSocketAddress destination,
        int sequence,
        int flags,
        byte[] payload,
        int payloadLength) {

    private static final int TCP = 6;
    private static final int IPV4_TYPE = 0x0800;
    private static final int IPV6_TYPE = 0x86DD;
    private static final int VLAN_TYPE = 0x8100;

    /**
     * Reads a packet.
     *
     * @param linkType what it begins with: raw IP, Ethernet, Linux's two kinds of "any", or BSD's loopback
     * @return {@code null} if it is something else than TCP, or cut too short
     */
    static @Nullable TcpPacket read(int linkType, byte[] data) {
        try {
            ByteBuffer in = ByteBuffer.wrap(data);
            return skipLink(linkType, in) ? ip(in) : null;
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return null; // cut inside one of its headers
        }
    }

    private static boolean skipLink(int linkType, ByteBuffer in) {
        switch (linkType) {
            case 101, 228, 229 -> in.position(0);
            case 0, 108 -> in.position(4);
            case 1 -> {
                return skipEthernet(in);
            }
            case 113 -> in.position(16);
            case 276 -> in.position(20);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean skipEthernet(ByteBuffer in) {
        in.position(12);
        int type = in.getShort() & 0xFFFF;
        while (type == VLAN_TYPE) {
            in.getShort();
            type = in.getShort() & 0xFFFF;
        }
        return type == IPV4_TYPE || type == IPV6_TYPE;
    }

    private static @Nullable TcpPacket ip(ByteBuffer in) {
        int start = in.position();
        int version = (in.get(start) & 0xFF) >> 4;
        if (version == 4 && in.get(start + 9) == TCP) {
            int header = (in.get(start) & 0x0F) * 4;
            int total = in.getShort(start + 2) & 0xFFFF;
            return tcp(
                    in.position(start + header),
                    address(in, start + 12, 4),
                    address(in, start + 16, 4),
                    total - header);
        }
        if (version == 6 && in.get(start + 6) == TCP) { // extension headers do not come with TCP
            int length = in.getShort(start + 4) & 0xFFFF;
            return tcp(in.position(start + 40), address(in, start + 8, 16), address(in, start + 24, 16), length);
        }
        return null;
    }

    private static TcpPacket tcp(ByteBuffer in, InetAddress source, InetAddress destination, int length) {
        int start = in.position();
        int header = ((in.get(start + 12) & 0xFF) >> 4) * 4;
        int payloadLength = Math.max(0, length - header);
        byte[] payload =
                new byte[Math.min(payloadLength, in.position(start + header).remaining())];
        in.get(payload);
        return new TcpPacket(
                new InetSocketAddress(source, in.getShort(start) & 0xFFFF),
                new InetSocketAddress(destination, in.getShort(start + 2) & 0xFFFF),
                in.getInt(start + 4),
                in.get(start + 13) & 0xFF,
                payload,
                payloadLength);
    }

    private static InetAddress address(ByteBuffer in, int start, int length) {
        byte[] bytes = new byte[length];
        in.duplicate().position(start).get(bytes);
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e); // only for a wrong length, and it is 4 or 16
        }
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }
}
