package io.hellowire.wire.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hellowire.wire.capture.CaptureOptions.Secrets;
import java.io.IOException;
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
}
