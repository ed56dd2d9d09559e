package io.hellowire.capture.reading;

import io.hellowire.capture.packet.TcpFlags;
import java.io.ByteArrayOutputStream;

/**
 * The first bytes that one end of a connection sent, in order, up to a bound or the first byte that is missing; and how many
 * there were in all. Packets seen twice count once.
 */
final class StreamStart {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean hasBegun;
    private boolean isBroken;
    private int next;
    private long length;

    /**
     * Adds the next packet.
     *
     * @param mostBytes the bound on the bytes of the stream that are kept
     * @return how many of the packet's bytes are kept
     */
    int add(TcpPacket packet, int mostBytes) {
        boolean syn = packet.has(TcpFlags.SYN);
        if (!hasBegun || syn) {
            hasBegun = true;
            isBroken = !syn; // the capture began in the middle
            next = packet.sequence() + (syn ? 1 : 0);
        }
        int sequence = packet.sequence() + (syn ? 1 : 0);
        int seen = next - sequence;
        if (seen >= packet.payloadLength() && packet.payloadLength() > 0) {
            return 0;
        }
        if (seen < 0) {
            isBroken = true;
            seen = 0;
        }
        length += packet.payloadLength() - seen;
        next = sequence + packet.payloadLength();
        return keep(packet, seen, mostBytes - bytes.size());
    }

    private int keep(TcpPacket packet, int from, int mostMore) {
        if (isBroken || from >= packet.payload().length) {
            return 0;
        }
        int count = Math.max(0, Math.min(mostMore, packet.payload().length - from));
        bytes.write(packet.payload(), from, count);
        isBroken = count < packet.payloadLength() - from;
        return count;
    }

    /** Whether its start is still being kept, because neither the bound was met nor a byte is missing. */
    boolean takesMore() {
        return !isBroken;
    }

    /** The bytes kept. */
    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** How many bytes were sent. */
    long length() {
        return length;
    }
}
