package io.hellowire.wire.capture.reading;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hellowire.wire.capture.pcapng.BlockEncoder;
import java.io.IOException;
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

        assertThat(SecretStrip.copy(from, to)).isEqualTo(1);
        assertThat(to).hasBinaryContent(capture());
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
                .hasMessage(from + ": exists already (expected: a new file)");
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
        byte[] bytes = new byte[blocks.size()];
        blocks.blocks().get(bytes);
        return bytes;
    }
}
