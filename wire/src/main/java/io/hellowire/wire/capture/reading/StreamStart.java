package io.hellowire.wire.capture.reading;

import io.hellowire.wire.capture.packet.TcpFlags;
import java.io.ByteArrayOutputStream;

/**
 * The first bytes that one end of a connection sent, in order, up to a bound or the first byte that is missing; and how many
 * there were in all. Packets seen twice count once.
 */
final class StreamStart {

    private final int mostBytes;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean hasBegun;
    private boolean isBroken;
    private int next;
    private long length;

    StreamStart(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    void add(TcpPacket packet) {
        boolean syn = packet.has(TcpFlags.SYN);
        if (!hasBegun || syn) {
            hasBegun = true;
            isBroken = !syn; // the capture began in the middle
            next = packet.sequence() + (syn ? 1 : 0);
        }
        int sequence = packet.sequence() + (syn ? 1 : 0);
        int seen = next - sequence;
        if (seen >= packet.payloadLength() && packet.payloadLength() > 0) {
            return;
        }
        if (seen < 0) {
            isBroken = true;
            seen = 0;
        }
        keep(packet, seen);
        length += packet.payloadLength() - seen;
        next = sequence + packet.payloadLength();
    }

    private void keep(TcpPacket packet, int from) {
        if (isBroken || from >= packet.payload().length) {
            return;
        }
        int count = Math.min(mostBytes - bytes.size(), packet.payload().length - from);
        bytes.write(packet.payload(), from, count);
        isBroken = packet.payload().length < packet.payloadLength();
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
