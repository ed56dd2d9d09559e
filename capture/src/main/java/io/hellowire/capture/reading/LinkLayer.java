package io.hellowire.capture.reading;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** What a captured frame has in front of its IP packet, by the link types of pcap. */
final class LinkLayer {

    private static final int IPV4 = 0x0800;
    private static final int IPV6 = 0x86DD;
    private static final int VLAN = 0x8100;
    private static final int PROVIDER_VLAN = 0x88A8;
    private static final int OLD_PROVIDER_VLAN = 0x9100;

    private LinkLayer() {}

    /** Whether frames of this link type are read. */
    static boolean isKnown(int linkType) {
        return switch (linkType) {
            case 0, 1, 12, 14, 101, 108, 113, 228, 229, 276 -> true;
            default -> false;
        };
    }

    /**
     * Skips what is in front of an IP packet.
     *
     * @return the frame, at the first byte of its IP packet, or {@code null} if it carries something else
     * @throws BufferUnderflowException if it is cut too short
     */
    static @Nullable ByteBuffer ip(int linkType, byte[] data) {
        ByteBuffer frame = ByteBuffer.wrap(data);
        return switch (linkType) {
            case 12, 14, 101, 228, 229 -> frame; // it begins with IP
            case 0, 108 -> skip(frame, 4); // BSD's loopback
            case 1 -> behind(frame, type(skip(frame, 12))); // Ethernet
            case 113 -> behind(frame, type(skip(frame, 14))); // Linux, any interface
            case 276 -> behind(frame, typeInFront(frame, 20)); // the same, newer
            default -> null;
        };
    }

    /** Past the tags of virtual networks, one inside the other (IEEE 802.1Q). */
    private static @Nullable ByteBuffer behind(ByteBuffer frame, int first) {
        int type = first;
        while (type == VLAN || type == PROVIDER_VLAN || type == OLD_PROVIDER_VLAN) {
            type = type(skip(frame, 2));
        }
        return type == IPV4 || type == IPV6 ? frame : null;
    }

    private static int type(ByteBuffer frame) {
        return frame.getShort() & 0xFFFF;
    }

    private static int typeInFront(ByteBuffer frame, int headerBytes) {
        int type = type(frame);
        skip(frame, headerBytes - 2);
        return type;
    }

    private static ByteBuffer skip(ByteBuffer frame, int bytes) {
        if (frame.remaining() < bytes) {
            throw new BufferUnderflowException();
        }
        return frame.position(frame.position() + bytes);
    }
}
