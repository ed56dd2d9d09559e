package io.hellowire.capture.reading;

import io.hellowire.capture.packet.TcpFlags;
import io.hellowire.capture.pcapng.Block;
import io.hellowire.capture.pcapng.CaptureFileException;
import io.hellowire.capture.pcapng.PcapngReader;
import io.hellowire.capture.tls.SecretLog;
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

    /** What a connection costs beside its bytes: itself, its addresses, its place in the map, its lines in a summary. */
    private static final int CONNECTION_BYTES = 2048;

    private static final int SECRET_BYTES = 768;

    private final int mostBytes;
    private final Budget budget;
    private final Map<Key, CapturedConnection> open = new HashMap<>();
    private final List<CapturedConnection> connections = new ArrayList<>();
    private final SecretLog secrets = new SecretLog();
    private @Nullable String application;
    private long packets;
    private long others;
    private long dropped;

    private CaptureReader(int mostBytes, Budget budget) {
        this.mostBytes = mostBytes;
        this.budget = budget;
    }

    /**
     * Reads a file to its end. What it costs is bounded: of a file too large for the memory, connections and secrets are
     * listed as long as there is room.
     *
     * @param mostBytes how many bytes of each direction of a connection are kept, from its first on
     * @throws IOException if it cannot be read, or is no capture; the message names the file
     */
    public static CaptureContents read(Path file, int mostBytes) throws IOException {
        return read(file, mostBytes, Budget.ofThisMachine());
    }

    static CaptureContents read(Path file, int mostBytes, Budget budget) throws IOException {
        try (PcapngReader reader = PcapngReader.open(file)) {
            return new CaptureReader(mostBytes, budget).read(reader);
        } catch (CaptureFileException e) {
            throw e;
        } catch (IOException e) {
            throw CaptureFileException.notRead(file, e);
        }
    }

    private CaptureContents read(PcapngReader reader) throws IOException {
        for (Block block = reader.next(); block != null; block = reader.next()) {
            take(block);
        }
        CaptureTotals totals = new CaptureTotals(
                application, packets, others, dropped, secrets.connections(), reader.isCutShort(), budget.isSpent());
        return new CaptureContents(totals, connections, secrets);
    }

    private void take(Block block) {
        if (block instanceof Block.Packet packet) {
            take(packet);
        } else if (block instanceof Block.TlsSecrets found) {
            take(found);
        } else if (block instanceof Block.Section section) {
            application = section.application();
        } else if (block instanceof Block.Statistics statistics && statistics.dropped() != null) {
            dropped += statistics.dropped();
        }
    }

    private void take(Block.TlsSecrets found) {
        found.lines().lines().takeWhile(line -> !budget.isSpent()).forEach(line -> {
            if (secrets.add(line)) {
                budget.spend(SECRET_BYTES);
            }
        });
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
        CapturedConnection connection = open.computeIfAbsent(key, unknown -> begin(packet, tcp));
        if (connection == null) {
            return;
        }
        if (budget.isSpent()) {
            connection.addUnread(packet, tcp);
        } else {
            budget.spend(connection.add(packet, tcp, mostBytes));
        }
    }

    /** {@code null} where there is no room for one more. */
    private @Nullable CapturedConnection begin(Block.Packet packet, TcpPacket tcp) {
        if (budget.isSpent()) {
            return null;
        }
        budget.spend(CONNECTION_BYTES);
        CapturedConnection connection = new CapturedConnection(packet, tcp);
        connections.add(connection);
        return connection;
    }

    /** The same for both directions. */
    private record Key(@Nullable String interfaceName, Set<InetSocketAddress> ends) {}
}
