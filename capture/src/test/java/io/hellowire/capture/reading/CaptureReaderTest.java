package io.hellowire.capture.reading;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hellowire.capture.packet.Flow;
import io.hellowire.capture.packet.PacketEncoder;
import io.hellowire.capture.packet.Segment;
import io.hellowire.capture.packet.Segment.Tcp;
import io.hellowire.capture.packet.Side;
import io.hellowire.capture.packet.TcpFlags;
import io.hellowire.capture.pcapng.BlockEncoder;
import io.hellowire.capture.pcapng.PacketFacts;
import io.hellowire.capture.pcapng.PacketFacts.Direction;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureReaderTest {

    private static final int MANY = 1000;
    private static final int MOST_BYTES = 64;

    @TempDir
    Path folder;

    private final BlockEncoder blocks = new BlockEncoder();
    private final PacketEncoder packets = new PacketEncoder();

    @BeforeEach
    void beginACapture() {
        blocks.sectionHeader("hellowire", "said");
        blocks.interfaceDescription("wire", "all", 0, null);
    }

    @Test
    void listsConnectionsAsLongAsThereIsMemory() throws IOException {
        for (int port = 1; port <= MANY; port++) {
            packet(port, TcpFlags.SYN, 0, 0);
        }

        CaptureContents contents = read(new Budget(100_000));

        assertThat(contents.totals().packets()).isEqualTo(MANY);
        assertThat(contents.totals().isListedInPart()).isTrue();
        assertThat(contents.connections()).hasSizeBetween(1, 100);
    }

    @Test
    void listsEveryConnectionIfThereIsMemory() throws IOException {
        for (int port = 1; port <= MANY; port++) {
            packet(port, TcpFlags.SYN, 0, 0);
        }

        CaptureContents contents = read(new Budget(10_000_000));

        assertThat(contents.totals().isListedInPart()).isFalse();
        assertThat(contents.connections()).hasSize(MANY);
    }

    @Test
    void keepsSecretsAsLongAsThereIsMemory() throws IOException {
        for (int i = 0; i < MANY; i++) {
            blocks.tlsSecrets("CLIENT_RANDOM %064x ab\n".formatted(i).getBytes(US_ASCII));
        }

        CaptureContents contents = read(new Budget(100_000));

        assertThat(contents.totals().isListedInPart()).isTrue();
        assertThat(contents.totals().secrets()).isBetween(1, 200);
    }

    @Test
    void countsASecretThatIsToldAgainOnce() throws IOException {
        for (int i = 0; i < MANY; i++) {
            blocks.tlsSecrets(
                    "CLIENT_RANDOM %064x ab\n# said again\n".formatted(7).getBytes(US_ASCII));
        }

        CaptureContents contents = read(new Budget(100_000));

        assertThat(contents.totals().isListedInPart()).isFalse();
        assertThat(contents.totals().secrets()).isEqualTo(1);
    }

    @Test
    void keepsTheStartOfAStreamAndCountsTheRest() throws IOException {
        packet(1, TcpFlags.SYN, 0, 0);
        packet(1, TcpFlags.ACK, 1, MOST_BYTES - 1);
        packet(1, TcpFlags.ACK, MOST_BYTES, 100);
        packet(1, TcpFlags.ACK, MOST_BYTES + 100, 100);

        CapturedConnection connection = read(new Budget(100_000)).connections().get(0);

        assertThat(connection.fromClient()).hasSize(MOST_BYTES);
        assertThat(connection.clientBytes()).isEqualTo(MOST_BYTES - 1 + 200);
    }

    @Test
    void knowsWhoseBytesThereWasNoMemoryFor() throws IOException {
        packet(1, TcpFlags.SYN, 0, 0);
        packet(1, TcpFlags.ACK, 1, MOST_BYTES + 1);
        packet(2, TcpFlags.SYN, 0, 0);
        packet(3, TcpFlags.SYN, 0, 0);
        packet(1, TcpFlags.ACK, MOST_BYTES + 2, 100);
        packet(2, TcpFlags.ACK, 1, 20);
        packet(3, TcpFlags.FIN, 1, 0);

        CaptureContents contents = read(new Budget(3 * 2048 + MOST_BYTES)); // three connections, and the first's start

        assertThat(contents.connections())
                .extracting(CapturedConnection::isReadInPart)
                .containsExactly(false, true, false);
        assertThat(contents.connections().get(1).clientBytes()).isEqualTo(20);
    }

    @Test
    void keepsPiecesBetweenGapsAsLongAsThereIsMemory() throws IOException {
        int connections = 10;
        for (int i = 0; i < MANY; i++) {
            packet(1001 + i % connections, TcpFlags.ACK, 7 * (i / connections), 3);
        }

        CaptureContents contents = read(new Budget(60_000));

        assertThat(contents.totals().isListedInPart()).isTrue();
        assertThat(contents.connections()).hasSize(connections).allMatch(CapturedConnection::isReadInPart);
        assertThat(contents.connections().stream()
                        .mapToInt(connection ->
                                connection.roles().client().stream().pieces().size())
                        .sum())
                .isBetween(1, 60_000 / 128);
        assertThat(contents.connections()).allMatch(connection -> connection.clientBytes() == 7 * 99 + 3);
    }

    @Test
    void saysThatAFileIsNotThere() {
        assertThatThrownBy(() -> CaptureReader.read(folder.resolve("none"), MOST_BYTES))
                .hasMessage(folder.resolve("none") + ": no such file (expected: a pcapng or pcap file)");
    }

    @Test
    void saysThatItIsAFolder() {
        assertThatThrownBy(() -> CaptureReader.read(folder, MOST_BYTES))
                .hasMessage(folder + ": a folder (expected: a pcapng or pcap file)");
    }

    private void packet(int clientPort, int flags, int sequence, int length) {
        Flow flow = new Flow(0, new InetSocketAddress("127.0.0.1", 80), new InetSocketAddress("127.0.0.1", clientPort));
        Segment segment = new Segment(flow, Side.REMOTE, new Tcp(flags, sequence, 0), new byte[length], 1, null);
        blocks.packet(new PacketFacts(0, 1, Direction.INBOUND, 0, null), packets.encode(segment, 0), 0);
    }

    private CaptureContents read(Budget budget) throws IOException {
        byte[] bytes = new byte[blocks.size()];
        blocks.blocks().get(bytes);
        return CaptureReader.read(Files.write(folder.resolve("a.pcapng"), bytes), null, MOST_BYTES, budget);
    }
}
