package io.hellowire.capture.reading;

import io.hellowire.capture.pcapng.Block;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sorts packets into connections, those that Wireshark counts as one into one; as many as there is memory for. */
final class ConnectionTable {

    /** What a connection costs beside its bytes: itself, its addresses, its place in the map, its lines in a summary. */
    private static final int CONNECTION_BYTES = 2048;

    private final int mostBytes;
    private final Budget budget;
    private final Map<Set<InetSocketAddress>, CapturedConnection> open = new HashMap<>();
    private final List<CapturedConnection> connections = new ArrayList<>();

    /** @param mostBytes how many bytes of each direction of a connection are kept, from its first on */
    ConnectionTable(int mostBytes, Budget budget) {
        this.mostBytes = mostBytes;
        this.budget = budget;
    }

    /**
     * Adds a packet to its connection, which begins with it if it is the first, or asks for another.
     *
     * @return the connection, or {@code null} where there is no memory for one more
     */
    @Nullable
    CapturedConnection add(Block.Packet packet, TcpPacket tcp) {
        CapturedConnection connection = connectionOf(packet, tcp);
        if (connection == null) {
            return null;
        }
        if (budget.isSpent()) {
            connection.addUnread(packet, tcp);
        } else {
            budget.spend(connection.add(packet, tcp));
        }
        return connection;
    }

    private @Nullable CapturedConnection connectionOf(Block.Packet packet, TcpPacket tcp) {
        Set<InetSocketAddress> ends = Set.copyOf(List.of(tcp.source(), tcp.destination())); // one, if both are the same
        CapturedConnection known = open.get(ends);
        if (known != null && known.isOlderThan(tcp)) {
            open.remove(ends); // its addresses are used again
        }
        return open.computeIfAbsent(ends, unknown -> begin(packet, tcp));
    }

    private @Nullable CapturedConnection begin(Block.Packet packet, TcpPacket tcp) {
        if (budget.isSpent()) {
            return null;
        }
        budget.spend(CONNECTION_BYTES);
        CapturedConnection connection = new CapturedConnection(packet, tcp, mostBytes);
        connections.add(connection);
        return connection;
    }

    /** In the order of their first packets. */
    List<CapturedConnection> connections() {
        return connections;
    }
}
