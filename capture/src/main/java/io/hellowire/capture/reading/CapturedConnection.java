package io.hellowire.capture.reading;

import io.hellowire.capture.packet.TcpFlags;
import io.hellowire.capture.pcapng.Block;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** One connection of a capture: who spoke to whom, how much, and how each end began. */
public final class CapturedConnection {

    /** How it ended. */
    public enum End {
        /** The capture ended first. */
        OPEN,
        /** By a FIN. */
        CLOSED,
        /** By a RST. */
        RESET
    }

    private final InetSocketAddress client;
    private final InetSocketAddress server;
    private final @Nullable String interfaceName;
    private final @Nullable String comment;
    private final long startNanos;
    private final StreamStart fromClient = new StreamStart();
    private final StreamStart fromServer = new StreamStart();
    private long endNanos;
    private long packets;
    private End end = End.OPEN;
    private boolean isReadInPart;

    CapturedConnection(Block.Packet first, TcpPacket tcp) {
        boolean answer = tcp.has(TcpFlags.SYN) && tcp.has(TcpFlags.ACK);
        this.client = answer ? tcp.destination() : tcp.source();
        this.server = answer ? tcp.source() : tcp.destination();
        this.interfaceName = first.from().name();
        this.comment = first.comment();
        this.startNanos = first.timeNanos();
    }

    /**
     * Adds the next packet.
     *
     * @param mostBytes how many bytes of each direction are kept at most
     * @return how many of the packet's bytes are kept
     */
    int add(Block.Packet packet, TcpPacket tcp, int mostBytes) {
        packets++;
        endNanos = packet.timeNanos();
        if (tcp.has(TcpFlags.RST)) {
            end = End.RESET;
        } else if (tcp.has(TcpFlags.FIN) && end == End.OPEN) {
            end = End.CLOSED;
        }
        return streamOf(tcp).add(tcp, mostBytes);
    }

    /** Adds the next packet, when there is no memory left for its bytes. */
    void addUnread(Block.Packet packet, TcpPacket tcp) {
        isReadInPart |= tcp.payload().length > 0 && streamOf(tcp).takesMore();
        add(packet, tcp, 0);
    }

    private StreamStart streamOf(TcpPacket tcp) {
        return tcp.source().equals(client) ? fromClient : fromServer;
    }

    /** Who asked for the connection; the sender of the first packet if its start is not in the capture. */
    public InetSocketAddress client() {
        return client;
    }

    public InetSocketAddress server() {
        return server;
    }

    /** The interface it was captured on, or {@code null} if it has no name. */
    public @Nullable String interfaceName() {
        return interfaceName;
    }

    /** The comment on its first packet, or {@code null}. */
    public @Nullable String comment() {
        return comment;
    }

    /** Nanoseconds since 1970, UTC. */
    public long startNanos() {
        return startNanos;
    }

    /** From its first packet to its last. */
    public long durationNanos() {
        return endNanos - startNanos;
    }

    public long packets() {
        return packets;
    }

    public End end() {
        return end;
    }

    /** Whether there was no memory for all of its first bytes. */
    public boolean isReadInPart() {
        return isReadInPart;
    }

    /** The first bytes that the client sent. */
    public byte[] fromClient() {
        return fromClient.bytes();
    }

    /** The first bytes that the server sent. */
    public byte[] fromServer() {
        return fromServer.bytes();
    }

    /** How many bytes the client sent. */
    public long clientBytes() {
        return fromClient.length();
    }

    /** How many bytes the server sent. */
    public long serverBytes() {
        return fromServer.length();
    }
}
