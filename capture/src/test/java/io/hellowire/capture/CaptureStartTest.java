package io.hellowire.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hellowire.capture.CaptureOptions.IfPresent;
import io.hellowire.capture.CaptureOptions.Secrets;
import io.hellowire.capture.reading.CaptureReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaptureStartTest {

    @TempDir
    private Path folder;

    @Test
    void leavesNoKeyLogBehindIfTheCaptureCannotBeWritten() {
        Path keyLog = folder.resolve("left.keys");
        String target = folder.resolve("missing/a.pcapng").toString();
        CaptureOptions options =
                new CaptureOptions(target, false, Secrets.NONE, keyLog, null, 0, CaptureFilter.EVERYTHING);

        assertThatThrownBy(() -> Capture.start(options, "test", line -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage(target + ": its folder does not exist (expected: a file to write to)");
        assertThat(keyLog).doesNotExist();
    }

    @Test
    void refusesADiskThatIsFull() {
        onlyWith("/dev/full");

        assertThatThrownBy(() -> Capture.start(to("/dev/full"), "test", line -> {}))
                .hasMessage("/dev/full: No space left on device (expected: a file to write to)");
    }

    @Test
    void saysThatAFolderTakesNoFile() {
        onlyWith("/proc");

        assertThatThrownBy(() -> Capture.start(to("/proc/x"), "test", line -> {}))
                .hasMessage("/proc/x: its folder takes no new file (expected: a file to write to)");
    }

    @Test
    void leavesTheFileAloneUntilItBegins() throws IOException {
        Path file = Files.writeString(folder.resolve("a.pcapng"), "of an earlier run");

        try (Capture capture = Capture.prepare(replacing(file.toString()), "test", line -> {})) {
            assertThat(file).hasContent("of an earlier run");
            capture.begin();
        }
        assertThat(CaptureReader.read(file, 16).totals().application()).isEqualTo("test");
    }

    @ParameterizedTest
    @EnumSource(Secrets.class)
    void replacesNoFileUnasked(Secrets secrets) throws IOException {
        Path file = Files.writeString(folder.resolve("a.pcapng"), "of an earlier run");
        CaptureOptions options =
                new CaptureOptions(file.toString(), false, secrets, null, null, 0, CaptureFilter.EVERYTHING);

        assertThatThrownBy(() -> Capture.start(options, "test", line -> {}))
                .hasMessage(file + ": is already there (expected: a new name, or --force to replace it)");
        assertThat(file).hasContent("of an earlier run");
        assertThat(folder).isDirectoryNotContaining("glob:**.keys");
    }

    @Test
    void doesNotFollowALinkToWhereNothingIs() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("a.pcapng"), folder.resolve("elsewhere"));

        assertThatThrownBy(() -> Capture.start(to(link.toString()), "test", line -> {}))
                .hasMessage(link + ": is already there (expected: a new name, or --force to replace it)");
        assertThat(folder.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void keepsTheFilesOfARingThatAreThere() throws IOException {
        Path first = Files.writeString(folder.resolve("a-00001.pcapng"), "of an earlier run");
        CaptureOptions ring = new CaptureOptions(
                folder.resolve("a.pcapng").toString(),
                false,
                Secrets.NONE,
                null,
                new CaptureRing(2, 64 * 1024),
                0,
                CaptureFilter.EVERYTHING);

        Capture.start(ring, "test", line -> {}).close();

        assertThat(first).hasContent("of an earlier run");
        assertThat(CaptureReader.read(folder.resolve("a-00002.pcapng"), 16)
                        .totals()
                        .application())
                .isEqualTo("test");
    }

    private static CaptureOptions replacing(String target) {
        return new CaptureOptions(
                target,
                new CaptureOptions.Content(false, 0, CaptureFilter.EVERYTHING),
                Secrets.NONE,
                null,
                null,
                null,
                IfPresent.REPLACE);
    }

    private static void onlyWith(String path) {
        assumeTrue(Files.exists(Path.of(path)), "skipped: this system has no " + path);
    }

    private static CaptureOptions to(String target) {
        return new CaptureOptions(target, false, Secrets.NONE, null, null, 0, CaptureFilter.EVERYTHING);
    }
}
