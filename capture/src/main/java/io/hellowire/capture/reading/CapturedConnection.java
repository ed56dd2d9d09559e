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

    private final ConnectionEnd first;
    private final ConnectionEnd second;
    private final @Nullable String interfaceName;
    private final @Nullable String comment;
    private long startNanos;
    private long endNanos;
    private long packets;
    private End end = End.OPEN;
    private boolean isReadInPart;

    /** @param mostBytes how many bytes of each direction are kept at most */
    CapturedConnection(Block.Packet begins, TcpPacket tcp, int mostBytes) {
        this.first = new ConnectionEnd(tcp.source(), mostBytes);
        this.second = new ConnectionEnd(tcp.destination(), mostBytes);
        this.interfaceName = begins.from().name();
        this.comment = begins.comment();
        this.startNanos = begins.timeNanos();
        this.endNanos = startNanos;
    }

    /**
     * Adds the next packet.
     *
     * @return how many bytes more or less of memory it takes
     */
    int add(Block.Packet packet, TcpPacket tcp) {
        note(packet, tcp);
        return sender(tcp).stream().add(tcp);
    }

    /** Adds the next packet, when there is no memory left for its bytes. */
    void addUnread(Block.Packet packet, TcpPacket tcp) {
        note(packet, tcp);
        isReadInPart |= sender(tcp).stream().count(tcp);
    }

    private void note(Block.Packet packet, TcpPacket tcp) {
        packets++;
        startNanos = Math.min(startNanos, packet.timeNanos());
        endNanos = Math.max(endNanos, packet.timeNanos());
        ConnectionEnd sender = sender(tcp);
        sender.note(tcp, sender == first ? second : first);
        if (tcp.has(TcpFlags.RST)) {
            end = End.RESET;
        } else if (tcp.has(TcpFlags.FIN) && end == End.OPEN) {
            end = End.CLOSED;
        }
    }

    private ConnectionEnd sender(TcpPacket tcp) {
        return tcp.source().equals(first.address()) ? first : second;
    }

    /** Whether a packet between the same ends asks for another connection, and not once more for this one. */
    boolean isOlderThan(TcpPacket tcp) {
        return tcp.asks() && sender(tcp).isOlderThan(tcp);
    }

    /** Which end is which. */
    Roles roles() {
        return Roles.of(first, second);
    }

    /** Who asked for the connection; if its start is not in the capture, who seems to have. */
    public InetSocketAddress client() {
        return roles().client().address();
    }

    /** The interface it was captured on first, or {@code null} if that has no name. */
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

    /** The first bytes that the client sent, up to the first that is not in the capture. */
    public byte[] fromClient() {
        return roles().client().stream().beginning();
    }

    /** The first bytes that the server sent, up to the first that is not in the capture. */
    public byte[] fromServer() {
        return roles().server().stream().beginning();
    }

    /** How many bytes the client sent. */
    public long clientBytes() {
        return roles().client().stream().sent();
    }

    /** How many bytes the server sent. */
    public long serverBytes() {
        return roles().server().stream().sent();
    }
}
