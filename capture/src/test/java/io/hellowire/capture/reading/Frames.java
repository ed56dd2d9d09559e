package io.hellowire.capture.reading;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Packets as other programs capture them, layer by layer. */
final class Frames {

    static final int ETHERNET = 1;
    static final int RAW_IP = 101;

    private static final int TCP = 6;

    private Frames() {}

    /** A TCP segment without options. */
    static byte[] tcp(int sourcePort, int destinationPort, int sequence, int acknowledged, int flags, byte[] payload) {
        ByteBuffer tcp = ByteBuffer.allocate(20 + payload.length);
        tcp.putShort((short) sourcePort).putShort((short) destinationPort);
        tcp.putInt(sequence).putInt(acknowledged);
        tcp.put((byte) 0x50).put((byte) flags).putShort((short) 0xFFFF).putInt(0);
        return tcp.put(payload).array();
    }

    /** A packet of the version of the addresses. */
    static byte[] packet(InetSocketAddress source, InetSocketAddress destination, byte[] tcp) {
        byte[] from = source.getAddress().getAddress();
        byte[] to = destination.getAddress().getAddress();
        return from.length == 4 ? ipv4(from, to, tcp.length + 20, 0, tcp) : ipv6(from, to, TCP, tcp.length, tcp);
    }

    /**
     * An IPv4 packet or a fragment of one.
     *
     * @param totalLength as its header says it
     * @param fragment the flag "more" and the offset in eights
     */
    static byte[] ipv4(byte[] source, byte[] destination, int totalLength, int fragment, byte[] body) {
        return ipv4(source, destination, totalLength, 7, fragment, body);
    }

    private static byte[] ipv4(byte[] source, byte[] destination, int totalLength, int id, int fragment, byte[] body) {
        ByteBuffer ip = ByteBuffer.allocate(20 + body.length);
        ip.put((byte) 0x45)
                .put((byte) 0)
                .putShort((short) totalLength)
                .putShort((short) id)
                .putShort((short) fragment);
        ip.put((byte) 64).put((byte) TCP).putShort((short) 0).put(source).put(destination);
        return ip.put(body).array();
    }

    /** An IPv6 packet; what comes next may be an extension header. */
    static byte[] ipv6(byte[] source, byte[] destination, int next, int payloadLength, byte[] body) {
        ByteBuffer ip = ByteBuffer.allocate(40 + body.length);
        ip.putInt(6 << 28).putShort((short) payloadLength).put((byte) next).put((byte) 64);
        return ip.put(source).put(destination).put(body).array();
    }

    /** An IPv4 packet in fragments of so many bytes, a multiple of 8. */
    static List<byte[]> fragments(byte[] packet, int bytes, int id) {
        ByteBuffer in = ByteBuffer.wrap(packet);
        byte[] source = bytes(in, 12, 4);
        byte[] destination = bytes(in, 16, 4);
        List<byte[]> fragments = new ArrayList<>();
        for (int at = 20; at < packet.length; at += bytes) {
            byte[] part = bytes(in, at, Math.min(bytes, packet.length - at));
            int more = at + bytes < packet.length ? 0x2000 : 0;
            fragments.add(ipv4(source, destination, 20 + part.length, id, more | (at - 20) / 8, part));
        }
        return fragments;
    }

    /** In an Ethernet frame, behind tags of these types. */
    static byte[] ethernet(byte[] packet, int... tags) {
        ByteBuffer frame =
                ByteBuffer.allocate(14 + 4 * tags.length + packet.length).put(new byte[12]);
        for (int tag : tags) {
            frame.putShort((short) tag).putShort((short) 5);
        }
        return frame.putShort(type(packet)).put(packet).array();
    }

    /** Behind the header of a link type; of Ethernet without tags. */
    static byte[] behind(int linkType, byte[] packet) {
        return switch (linkType) {
            case 0 -> join(new byte[] {2, 0, 0, 0}, packet);
            case 108 -> join(new byte[] {0, 0, 0, 2}, packet);
            case ETHERNET -> ethernet(packet);
            case 113 -> join(ByteBuffer.allocate(16).putShort(2, (short) 1).putShort(14, type(packet)), packet);
            case 276 -> join(ByteBuffer.allocate(20).putShort(0, type(packet)).putShort(8, (short) 1), packet);
            default -> packet;
        };
    }

    private static short type(byte[] packet) {
        return (short) (packet[0] >> 4 == 4 ? 0x0800 : 0x86DD);
    }

    private static byte[] join(ByteBuffer header, byte[] packet) {
        return join(header.array(), packet);
    }

    static byte[] join(byte[] header, byte[] rest) {
        return ByteBuffer.allocate(header.length + rest.length)
                .put(header)
                .put(rest)
                .array();
    }

    private static byte[] bytes(ByteBuffer in, int start, int length) {
        byte[] bytes = new byte[length];
        in.get(start, bytes);
        return bytes;
    }
}
