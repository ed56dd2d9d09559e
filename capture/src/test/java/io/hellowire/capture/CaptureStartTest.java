package io.hellowire.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hellowire.capture.CaptureOptions.Secrets;
import io.hellowire.capture.reading.CaptureReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

        try (Capture capture = Capture.prepare(to(file.toString()), "test", line -> {})) {
            assertThat(file).hasContent("of an earlier run");
            capture.begin();
        }
        assertThat(CaptureReader.read(file, 16).totals().application()).isEqualTo("test");
    }

    private static void onlyWith(String path) {
        assumeTrue(Files.exists(Path.of(path)), "skipped: this system has no " + path);
    }

    private static CaptureOptions to(String target) {
        return new CaptureOptions(target, false, Secrets.NONE, null, null, 0, CaptureFilter.EVERYTHING);
    }
}
