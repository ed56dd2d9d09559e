package io.hellowire.capture.reading;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * An IP packet that was captured, of either version (RFC 791, RFC 8200).
 *
 * @param source who sent it
 * @param destination to whom
 * @param protocol what its body is
 * @param body what was captured of its body, from position to limit
 * @param bodyLength how many bytes its body had
 * @param fragment which part of a larger packet it is, or {@code null} if it is whole
 */
record IpPacket(
        InetAddress source,
        InetAddress destination,
        int protocol,
        ByteBuffer body,
        int bodyLength,
        @Nullable Fragment fragment) {

    private static final int IPV6_HEADER = 40;

    private static final int IPV4_INSIDE = 4;
    private static final int IPV6_INSIDE = 41;
    private static final int FRAGMENT = 44;
    private static final int AUTHENTICATION = 51;

    /**
     * Which part of a packet a fragment is.
     *
     * @param id the same in all parts
     * @param offset where its body belongs, in bytes
     * @param isLast whether none follows it
     */
    record Fragment(int id, int offset, boolean isLast) {}

    /**
     * Reads a packet up to what it carries, be it a fragment of it.
     *
     * @param in from its position
     * @param wireLength how many bytes were on the wire from there on
     * @return {@code null} if it is none
     * @throws BufferUnderflowException if it is cut too short; or another of buffers' exceptions
     */
    static @Nullable IpPacket read(ByteBuffer in, int wireLength) {
        IpPacket packet = header(in, wireLength);
        return packet == null ? null : packet.carried();
    }

    private static @Nullable IpPacket header(ByteBuffer in, int wireLength) {
        ByteBuffer packet = in.slice();
        return switch ((packet.get(0) & 0xFF) >> 4) {
            case 4 -> ipv4(packet, wireLength);
            case 6 -> ipv6(packet, wireLength);
            default -> null;
        };
    }

    private static @Nullable IpPacket ipv4(ByteBuffer packet, int wireLength) {
        int header = (packet.get(0) & 0x0F) * 4;
        int total = lengthOf(packet.getShort(2) & 0xFFFF, wireLength);
        int fragment = packet.getShort(6) & 0xFFFF;
        if (header < 20 || total < header) {
            return null;
        }
        boolean isWhole = (fragment & 0x3FFF) == 0;
        return new IpPacket(
                address(packet, 12, 4),
                address(packet, 16, 4),
                packet.get(9) & 0xFF,
                part(packet, header, total),
                total - header,
                isWhole ? null : fragment(packet.getShort(4) & 0xFFFF, (fragment & 0x1FFF) * 8, fragment & 0x2000));
    }

    private static @Nullable IpPacket ipv6(ByteBuffer packet, int wireLength) {
        if (wireLength < IPV6_HEADER) {
            return null;
        }
        int length = lengthOf(packet.getShort(4) & 0xFFFF, wireLength - IPV6_HEADER);
        return new IpPacket(
                address(packet, 8, 16),
                address(packet, 24, 16),
                packet.get(6) & 0xFF,
                part(packet, IPV6_HEADER, IPV6_HEADER + length),
                length,
                null);
    }

    /** 0 is what stands there while the network card has yet to cut it, or where the number has no room. */
    private static int lengthOf(int said, int wireLength) {
        return said == 0 ? wireLength : Math.min(said, wireLength);
    }

    private static Fragment fragment(int id, int offset, int more) {
        return new Fragment(id, offset, more == 0);
    }

    private static ByteBuffer part(ByteBuffer packet, int start, int end) {
        return packet.limit(Math.min(end, packet.capacity())).position(start).slice();
    }

    private static InetAddress address(ByteBuffer in, int start, int length) {
        byte[] bytes = new byte[length];
        in.get(start, bytes);
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e); // only for a wrong length, and it is 4 or 16
        }
    }

    /** This without the extension headers in front of what it carries, nor packets around it, up to a fragment. */
    @Nullable
    IpPacket carried() {
        IpPacket packet = this;
        while (packet != null && packet.fragment == null) {
            switch (packet.protocol) {
                case IPV4_INSIDE, IPV6_INSIDE -> packet = header(packet.body, packet.bodyLength);
                case FRAGMENT -> packet = packet.behindFragmentHeader();
                case AUTHENTICATION -> packet = packet.behind((packet.body.get(1) & 0xFF) * 4 + 8, null);
                case 0, 43, 60, 135, 139, 140 -> packet = packet.behind((packet.body.get(1) & 0xFF) * 8 + 8, null);
                default -> {
                    return packet;
                }
            }
        }
        return packet;
    }

    /** What a first fragment carries, without the rest. */
    @Nullable
    IpPacket alone() {
        return new IpPacket(source, destination, protocol, body, bodyLength, null).carried();
    }

    private IpPacket behindFragmentHeader() {
        int field = body.getShort(2) & 0xFFFF;
        boolean isWhole = (field & 0xFFF9) == 0; // RFC 6946
        return behind(8, isWhole ? null : fragment(body.getInt(4), field & 0xFFF8, field & 1));
    }

    private IpPacket behind(int headerBytes, @Nullable Fragment part) {
        ByteBuffer rest = body.slice(headerBytes, body.remaining() - headerBytes);
        return new IpPacket(source, destination, body.get(0) & 0xFF, rest, bodyLength - headerBytes, part);
    }
}
