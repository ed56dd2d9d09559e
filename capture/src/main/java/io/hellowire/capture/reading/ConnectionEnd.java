package io.hellowire.capture.reading;

import io.hellowire.capture.packet.TcpFlags;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** One end of a connection: its address, what it sent, and what its packets say of the connection. */
final class ConnectionEnd {

    private final InetSocketAddress address;
    private final TcpReassembly stream;
    private @Nullable Integer firstSequence;
    private boolean hasAsked;
    private boolean hasAgreed;

    ConnectionEnd(InetSocketAddress address, int mostBytes) {
        this.address = address;
        this.stream = new TcpReassembly(mostBytes);
    }

    /** Notes what a packet that it sent says, but for its bytes. */
    void note(TcpPacket sent, ConnectionEnd peer) {
        hasAsked |= sent.asks();
        hasAgreed |= sent.agrees();
        if (firstSequence == null) {
            firstSequence = sent.sequence() - (sent.has(TcpFlags.SYN) ? 0 : 1);
        }
        if (sent.has(TcpFlags.ACK)) {
            peer.noteAcknowledged(sent, this);
        }
    }

    /** An acknowledgement from before the handshake is one of an older connection, whose address was used again. */
    private void noteAcknowledged(TcpPacket packet, ConnectionEnd by) {
        if (firstSequence == null) {
            firstSequence = packet.acknowledged() - 1;
        }
        if (!packet.has(TcpFlags.RST) && by.stream.hasStart() == stream.hasStart()) {
            stream.acknowledge(packet.acknowledged());
        }
    }

    /** Whether a packet that asks for a connection asks for another one than this. */
    boolean isOlderThan(TcpPacket asking) {
        return firstSequence != null && firstSequence != asking.sequence();
    }

    InetSocketAddress address() {
        return address;
    }

    TcpReassembly stream() {
        return stream;
    }

    /** Whether it asked for the connection. */
    boolean hasAsked() {
        return hasAsked;
    }

    /** Whether it agreed to the connection. */
    boolean hasAgreed() {
        return hasAgreed;
    }
}
