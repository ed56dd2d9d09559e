package io.hellowire.capture.reading;

import io.hellowire.capture.pcapng.Block;
import io.hellowire.capture.pcapng.CaptureFile;
import io.hellowire.capture.tls.SecretLog;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads a capture, sorts its packets into connections and collects the secrets. */
public final class CaptureReader {

    private static final int SECRET_BYTES = 768;

    private final Budget budget;
    private final TcpPackets tcpPackets = new TcpPackets();
    private final ConnectionTable connections;
    private final SecretLog secrets = new SecretLog();
    private @Nullable String application;
    private long packets;
    private long dropped;

    private CaptureReader(int mostBytes, Budget budget) {
        this.budget = budget;
        this.connections = new ConnectionTable(mostBytes, budget);
    }

    /**
     * Reads a file to its end. What it costs is bounded: of a file too large for the memory, connections and secrets are
     * listed as long as there is room.
     *
     * @param mostBytes how many bytes of each direction of a connection are kept, from its first on
     * @throws IOException if it cannot be read, or is no capture; the message names the file
     */
    public static CaptureContents read(Path file, int mostBytes) throws IOException {
        return read(file, null, mostBytes);
    }

    /**
     * The same, with the secrets of a second file.
     *
     * @param keyLog the second file, or {@code null} for none
     */
    static CaptureContents read(Path file, @Nullable Path keyLog, int mostBytes) throws IOException {
        return read(file, keyLog, mostBytes, Budget.ofThisMachine());
    }

    static CaptureContents read(Path file, @Nullable Path keyLog, int mostBytes, Budget budget) throws IOException {
        try (CaptureFile blocks = CaptureFile.open(file)) {
            CaptureReader reader = new CaptureReader(mostBytes, budget);
            if (keyLog != null) {
                reader.take(keyLog);
            }
            return reader.read(blocks);
        }
    }

    private void take(Path keyLog) throws IOException {
        KeyLogReader.read(keyLog, this::take);
        if (secrets.connections() == 0) {
            throw KeyLogReader.nothingIn(keyLog);
        }
    }

    private void take(String keyLogLine) {
        if (!budget.isSpent() && secrets.add(keyLogLine)) {
            budget.spend(SECRET_BYTES);
        }
    }

    private CaptureContents read(CaptureFile file) throws IOException {
        for (Block block = file.next(); block != null; block = file.next()) {
            take(block);
        }
        CaptureTotals totals = new CaptureTotals(
                application, packets, dropped, secrets.connections(), file.isCutShort(), budget.isSpent());
        return new CaptureContents(totals, tcpPackets.unread(), connections.connections(), secrets);
    }

    private void take(Block block) {
        if (block instanceof Block.Packet packet) {
            packets++;
            TcpPacket tcp = tcpPackets.read(packet);
            if (tcp != null) {
                connections.add(packet, tcp);
            }
        } else if (block instanceof Block.TlsSecrets found) {
            found.lines().lines().forEach(this::take);
        } else if (block instanceof Block.Section section) {
            application = section.application();
        } else if (block instanceof Block.Statistics statistics && statistics.dropped() != null) {
            dropped += statistics.dropped();
        }
    }
}
