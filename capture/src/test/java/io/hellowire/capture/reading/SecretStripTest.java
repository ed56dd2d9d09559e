package io.hellowire.capture.reading;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hellowire.capture.pcapng.BlockEncoder;
import io.hellowire.capture.pcapng.InterfaceName;
import io.hellowire.capture.pcapng.PacketFacts;
import io.hellowire.capture.pcapng.PacketFacts.Direction;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretStripTest {

    @TempDir
    Path folder;

    private Path from;
    private Path to;

    @BeforeEach
    void nameTheFiles() {
        from = folder.resolve("from.pcapng");
        to = folder.resolve("to.pcapng");
    }

    @Test
    void leavesOutTheSecretsAndNothingElse() throws IOException {
        Files.write(from, capture("A B C\n"));

        assertThat(SecretStrip.copy(from, to)).isEqualTo(new Stripped(1, 0, false));
        assertThat(to).hasBinaryContent(capture());
    }

    @Test
    void leavesOutWhatTheSecretsWouldOpen() throws IOException {
        BlockEncoder blocks = new BlockEncoder();
        blocks.sectionHeader("hellowire", "said");
        blocks.interfaceDescription(InterfaceName.WIRE, "all", 0, null);
        blocks.interfaceDescription(InterfaceName.INSIDE_TLS, "all", 0, null);
        blocks.packet(new PacketFacts(0, 1, Direction.INBOUND, 0, null), ByteBuffer.allocate(40), 0);
        byte[] without = bytes(blocks);
        blocks.packet(new PacketFacts(1, 1, Direction.INBOUND, 0, "inside"), ByteBuffer.allocate(40), 0);
        blocks.packet(new PacketFacts(1, 2, Direction.OUTBOUND, 0, null), ByteBuffer.allocate(40), 0);
        Files.write(from, bytes(blocks));

        assertThat(SecretStrip.copy(from, to)).isEqualTo(new Stripped(0, 2, false));
        assertThat(to).hasBinaryContent(without);
    }

    @Test
    void saysThatACaptureIsCutShort() throws IOException {
        byte[] capture = capture();
        Files.write(from, Arrays.copyOf(capture, capture.length + 4));

        assertThat(SecretStrip.copy(from, to)).isEqualTo(new Stripped(0, 0, true));
        assertThat(to).hasBinaryContent(capture);
    }

    @Test
    void saysWhichFileCannotBeRead() {
        Path unreadable = Path.of("/proc/self/mem"); // where nothing is at its beginning
        assumeTrue(Files.exists(unreadable), "skipped: this system has no file that opens but cannot be read");

        assertThatThrownBy(() -> SecretStrip.copy(unreadable, to))
                .hasMessage("/proc/self/mem: Input/output error (expected: a pcapng file)");
        assertThat(to).doesNotExist();
    }

    @Test
    void saysWhichFileCannotBeWritten() throws IOException {
        assumeTrue(Files.exists(Path.of("/proc")), "skipped: this system has no folder that takes no file");
        Files.write(from, capture());

        assertThatThrownBy(() -> SecretStrip.copy(from, Path.of("/proc/stripped")))
                .hasMessage("/proc/stripped: its folder takes no new file (expected: a new file)");
    }

    @Test
    void copiesAPackedCaptureUnpacked() throws IOException {
        Files.write(from, PcapFile.packed(capture("A B C\n")));

        assertThat(SecretStrip.copy(from, to)).isEqualTo(new Stripped(1, 0, false));
        assertThat(to).hasBinaryContent(capture());
    }

    @Test
    void refusesAClassicFileWhichCanHoldNoSecrets() throws IOException {
        new PcapFile(Frames.ETHERNET).write(from);

        assertThatThrownBy(() -> SecretStrip.copy(from, to))
                .hasMessage(from + ": a classic pcap file, which has no place for secrets (expected: a pcapng file)");
        assertThat(to).doesNotExist();
    }

    @Test
    void leavesNothingBehindOfWhatIsNoCapture() throws IOException {
        Files.writeString(from, "root:x:0:0");

        assertThatThrownBy(() -> SecretStrip.copy(from, to))
                .hasMessage(from + ": at byte 0: no section header (expected: a pcapng file)");
        assertThat(to).doesNotExist();
    }

    @Test
    void leavesNothingBehindOfACaptureThatGoesWrongLater() throws IOException {
        byte[] capture = capture();
        byte[] wrong = Arrays.copyOf(capture, capture.length + 12);
        wrong[capture.length + 4] = 13;
        Files.write(from, wrong);

        assertThatThrownBy(() -> SecretStrip.copy(from, to)).hasMessageContaining(": a block of 13 bytes (expected: ");
        assertThat(to).doesNotExist();
    }

    @Test
    void leavesNothingBehindOfAFolder() {
        assertThatThrownBy(() -> SecretStrip.copy(folder, to))
                .hasMessage(folder + ": a folder (expected: a pcapng file)");
        assertThat(to).doesNotExist();
    }

    @Test
    void neverOverwrites() throws IOException {
        Files.write(from, capture());

        assertThatThrownBy(() -> SecretStrip.copy(from, from))
                .hasMessage(from + ": is already there (expected: a new file)");
        assertThat(from).hasBinaryContent(capture());
    }

    @Test
    void saysThatThereIsNowhereToCopyTo() throws IOException {
        Files.write(from, capture());
        Path nowhere = folder.resolve("none/to.pcapng");

        assertThatThrownBy(() -> SecretStrip.copy(from, nowhere))
                .hasMessage(nowhere + ": its folder does not exist (expected: a new file)");
    }

    private static byte[] capture(String... secrets) {
        BlockEncoder blocks = new BlockEncoder();
        blocks.sectionHeader("hellowire", "said");
        for (String lines : secrets) {
            blocks.tlsSecrets(lines.getBytes(US_ASCII));
        }
        blocks.interfaceDescription("wire", "all", 0, null);
        return bytes(blocks);
    }

    private static byte[] bytes(BlockEncoder blocks) {
        byte[] bytes = new byte[blocks.size()];
        blocks.blocks().get(bytes);
        return bytes;
    }
}
