package io.hellowire.wire.capture.reading;

import io.hellowire.wire.capture.packet.TcpFlags;
import io.hellowire.wire.capture.pcapng.Block;
import io.hellowire.wire.capture.pcapng.MalformedCaptureException;
import io.hellowire.wire.capture.pcapng.PcapngReader;
import io.hellowire.wire.capture.tls.SecretLog;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a capture, sorts its packets into connections and collects the secrets. */
public final class CaptureReader {

    /** So much is kept of all connections together; those that begin later are counted only. */
    private static final long MOST_BYTES_OF_ALL = 256L << 20;

    private final int mostBytes;
    private final Map<Key, CapturedConnection> open = new HashMap<>();
    private final List<CapturedConnection> connections = new ArrayList<>();
    private final SecretLog secrets = new SecretLog();
    private @Nullable String application;
    private long packets;
    private long others;
    private long dropped;

    private CaptureReader(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /**
     * Reads a file to its end.
     *
     * @param mostBytes how many bytes of each direction of a connection are kept, from its first on
     * @throws IOException if it cannot be read, or is no capture; the message names the file
     */
    public static CaptureContents read(Path file, int mostBytes) throws IOException {
        try (PcapngReader reader = PcapngReader.open(file)) {
            return new CaptureReader(mostBytes).read(reader);
        } catch (MalformedCaptureException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private CaptureContents read(PcapngReader reader) throws IOException {
        for (Block block = reader.next(); block != null; block = reader.next()) {
            take(block);
        }
        CaptureTotals totals =
                new CaptureTotals(application, packets, others, dropped, secrets.connections(), reader.isCutShort());
        return new CaptureContents(totals, connections, secrets);
    }

    private void take(Block block) {
        if (block instanceof Block.Packet packet) {
            take(packet);
        } else if (block instanceof Block.TlsSecrets found) {
            secrets.add(found.lines());
        } else if (block instanceof Block.Section section) {
            application = section.application();
        } else if (block instanceof Block.Statistics statistics && statistics.dropped() != null) {
            dropped += statistics.dropped();
        }
    }

    private void take(Block.Packet packet) {
        packets++;
        TcpPacket tcp = TcpPacket.read(packet.from().linkType(), packet.data());
        if (tcp == null) {
            others++;
            return;
        }
        Key key = new Key(packet.from().name(), Set.copyOf(List.of(tcp.source(), tcp.destination())));
        if (tcp.has(TcpFlags.SYN) && !tcp.has(TcpFlags.ACK)) {
            open.remove(key); // its addresses are used again
        }
        open.computeIfAbsent(key, unknown -> begin(packet, tcp)).add(packet, tcp);
    }

    private CapturedConnection begin(Block.Packet packet, TcpPacket tcp) {
        boolean hasRoom = connections.size() < MOST_BYTES_OF_ALL / (2L * mostBytes);
        CapturedConnection connection = new CapturedConnection(packet, tcp, hasRoom ? mostBytes : 0);
        connections.add(connection);
        return connection;
    }

    /** The same for both directions. */
    private record Key(@Nullable String interfaceName, Set<InetSocketAddress> ends) {}
}
