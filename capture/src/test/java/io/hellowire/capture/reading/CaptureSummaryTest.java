package io.hellowire.capture.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hellowire.capture.packet.TcpFlags;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of captures that do not show all. */
class CaptureSummaryTest {

    private static final InetSocketAddress CLIENT = new InetSocketAddress("10.0.0.2", 40_000);
    private static final InetSocketAddress SERVER = new InetSocketAddress("10.0.0.1", 80);

    private static final String SECRET = "CLIENT_RANDOM " + "ab".repeat(32) + " " + "cd".repeat(48);

    @TempDir
    Path folder;

    private final PcapFile capture = new PcapFile(Frames.RAW_IP);

    @Test
    void countsARetransmittedSynAndKeepAlivesAsNothing() throws IOException {
        fromClient(TcpFlags.SYN, 0, "");
        fromClient(TcpFlags.SYN, 0, "");
        fromServer(TcpFlags.SYN | TcpFlags.ACK, 0, 1, "");
        fromClient(TcpFlags.ACK, 1, "GET / HTTP/1.1\r\n\r\n");
        fromClient(TcpFlags.ACK, 18, "\0");
        fromClient(TcpFlags.ACK, 18, "");
        fromServer(TcpFlags.ACK, 1, 19, "HTTP/1.1 204 No Content\r\n\r\n");

        assertThat(shown())
                .containsExactly(
                        file() + ": 1 connection, 7 packets, no secrets",
                        "1  10.0.0.2:40000 -> 10.0.0.1:80",
                        "   7 packets in 0.000 s, 18 bytes sent, 27 received, open",
                        "   no TLS, begins: GET / HTTP/1.1");
    }

    @Test
    void saysWhatIsMissingAndHowItGoesOn() throws IOException {
        fromClient(TcpFlags.SYN, 0, "");
        fromServer(TcpFlags.SYN | TcpFlags.ACK, 0, 1, "");
        fromClient(TcpFlags.ACK, 1, "GET /a");
        fromClient(TcpFlags.ACK, 17, "bcd HTTP/1.1\r\nHost: a\r\n\r\n");
        fromServer(TcpFlags.ACK, 1, 42, "HTTP/1.1 200 OK\r\n\r\n");
        fromServer(TcpFlags.FIN | TcpFlags.ACK, 120, 42, "");

        assertThat(shown())
                .containsExactly(
                        file() + ": 1 connection, 6 packets, no secrets",
                        "1  10.0.0.2:40000 -> 10.0.0.1:80",
                        "   6 packets in 0.000 s, 41 bytes sent, 119 received, closed",
                        "   not in the capture: 10 of the bytes sent, 100 of those received",
                        "   no TLS, begins: GET /a",
                        "   sent: 10 bytes missing at byte 6, then: bcd HTTP/1.1");
    }

    @Test
    void saysThatTheBeginningIsMissing() throws IOException {
        fromClient(TcpFlags.SYN, 0, "");
        fromServer(TcpFlags.SYN | TcpFlags.ACK, 0, 1, "");
        fromClient(TcpFlags.ACK, 11, "Host: a\r\n\r\n");

        assertThat(shown())
                .contains("   no TLS to be seen, the beginning is not in the capture")
                .contains("   sent: 10 bytes missing at byte 0, then: Host: a");
    }

    @Test
    void showsTheFirstGapsAndCountsTheRest() throws IOException {
        fromClient(TcpFlags.SYN, 0, "");
        for (int i = 0; i < 10; i++) {
            fromClient(TcpFlags.ACK, 1 + 4 * i, "ab");
        }

        assertThat(shown())
                .contains("   sent: 2 bytes missing at byte 10, then: ab")
                .contains("   sent: 6 gaps more in the first bytes")
                .noneMatch(line -> line.contains("at byte 14"));
    }

    @Test
    void tellsClientFromServerInTheMiddle() throws IOException {
        fromServer(TcpFlags.ACK, 1, 1, "of the page before");
        fromClient(TcpFlags.ACK, 1, "GET / HTTP/1.1\r\n\r\n");

        assertThat(shown())
                .contains("1  10.0.0.2:40000 -> 10.0.0.1:80")
                .contains("   begins in its middle; which end is the client, the first bytes say")
                .contains("   no TLS to be seen, goes on: GET / HTTP/1.1");
    }

    @Test
    void knowsTlsInTheMiddle() throws IOException {
        fromServer(TcpFlags.ACK, 1, 1, "\u0017\u0003\u0003\u0001\u0000 secret");

        assertThat(shown())
                .contains("   begins in its middle; which end is the client, the ports say")
                .contains("   nothing that the client sent is in the capture")
                .contains("   TLS, of which the handshake is not in the capture: stays closed");
    }

    @Test
    void saysWhatIsNotRead() throws IOException {
        byte[] packet = Frames.packet(CLIENT, SERVER, Frames.tcp(40_000, 80, 1, 0, TcpFlags.SYN, new byte[40]));
        capture.add(packet, 50);
        capture.add(Frames.fragments(packet, 24, 5).get(1));
        capture.add(new byte[30]);

        assertThat(shown().get(0))
                .isEqualTo(
                        file() + ": 1 connection, 3 packets, 1 of them not TCP, 1 fragment without the rest, 1 cut to"
                                + " the snap length, no secrets");
    }

    @Test
    void saysWhichLinkTypeIsNotRead() throws IOException {
        PcapFile radio = new PcapFile(127);
        radio.add(new byte[60]);

        assertThat(CaptureSummary.of(radio.write(file())))
                .containsExactly(
                        file() + ": 0 connections, 1 packet, 1 of link type 127 (expected: Ethernet, raw IP, BSD's"
                                + " loopback or Linux's any), no secrets");
    }

    @Test
    void saysThatAPackedFileIsCutShort() throws IOException {
        fromClient(TcpFlags.SYN, 0, "");
        byte[] packed = PcapFile.packed(capture.bytes());
        Files.write(file(), Arrays.copyOf(packed, packed.length - 1));

        assertThat(CaptureSummary.of(file()).get(0)).endsWith(", cut short in the middle of its last block");
    }

    @Test
    void countsTheSecretsOfASecondFile() throws IOException {
        Path keys = Files.writeString(
                folder.resolve("keys.log"), "# said\r\n" + SECRET + "\r\n" + "x".repeat(100_000) + "\n" + SECRET);
        capture.write(file());

        assertThat(CaptureSummary.of(file(), keys))
                .containsExactly(file() + ": 0 connections, 0 packets, secrets of 1 connection");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "root:x:0:0", "-----BEGIN PRIVATE KEY-----\nAAAA\n", "CLIENT_RANDOM 12 34\n"})
    void saysThatASecondFileIsNoKeyLogAndNothingOfIt(String content) throws IOException {
        Path keys = Files.writeString(folder.resolve("keys.log"), content);
        capture.write(file());

        assertThatThrownBy(() -> CaptureSummary.of(file(), keys))
                .hasMessage(keys + ": no secret in it (expected: a key log, as SSLKEYLOGFILE names it)");
    }

    @Test
    void saysThatASecondFileIsNotThere() throws IOException {
        capture.write(file());

        assertThatThrownBy(() -> CaptureSummary.of(file(), folder.resolve("none")))
                .hasMessage(folder.resolve("none") + ": no such file (expected: a key log, as SSLKEYLOGFILE names it)");
        assertThatThrownBy(() -> CaptureSummary.of(file(), folder))
                .hasMessage(folder + ": a folder (expected: a key log, as SSLKEYLOGFILE names it)");
    }

    private Path file() {
        return folder.resolve("a.pcap");
    }

    private List<String> shown() throws IOException {
        return CaptureSummary.of(capture.write(file()));
    }

    private void fromClient(int flags, int sequence, String bytes) {
        capture.add(Frames.packet(
                CLIENT,
                SERVER,
                Frames.tcp(CLIENT.getPort(), SERVER.getPort(), sequence, 1, flags, bytes.getBytes(ISO_8859_1))));
    }

    private void fromServer(int flags, int sequence, int acknowledged, String bytes) {
        capture.add(Frames.packet(
                SERVER,
                CLIENT,
                Frames.tcp(
                        SERVER.getPort(),
                        CLIENT.getPort(),
                        sequence,
                        acknowledged,
                        flags,
                        bytes.getBytes(ISO_8859_1))));
    }
}
