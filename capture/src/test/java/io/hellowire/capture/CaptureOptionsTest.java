package io.hellowire.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hellowire.capture.CaptureOptions.Secrets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureOptionsTest {

    @Test
    void putsTheKeyLogBesideTheCapture() {
        assertThat(options("out/a.pcapng", Secrets.FILE, null).keyLogFile()).isEqualTo(Path.of("out/a.keys"));
    }

    @Test
    void prefersTheKeyLogThatIsNamed() {
        assertThat(options("a.pcapng", Secrets.FILE, Path.of("b")).keyLogFile()).isEqualTo(Path.of("b"));
    }

    @Test
    void isOnWithAKeyLogAlone() {
        assertThat(options(null, Secrets.NONE, Path.of("b")).isOn()).isTrue();
        assertThat(CaptureOptions.NONE.isOn()).isFalse();
    }

    @Test
    void refusesToEmbedSecretsInNothing() {
        assertThatThrownBy(() -> options(null, Secrets.EMBED, null))
                .hasMessage("capture: none, but embedded secrets (expected: a file to capture to)");
    }

    @Test
    void refusesAKeyLogBesideStandardOutput() {
        assertThatThrownBy(() -> options("-", Secrets.FILE, null)).hasMessageContaining("expected: a key log file");
    }

    @Test
    void refusesARingOnStandardOutput() {
        assertThatThrownBy(() -> new CaptureOptions(
                        "-", false, Secrets.NONE, null, CaptureRing.of("2x64K"), 0, CaptureFilter.EVERYTHING))
                .hasMessage("capture: a ring on standard output (expected: a file)");
    }

    @Test
    void refusesASnapLengthThatCutsHeaders() {
        assertThatThrownBy(() -> new CaptureOptions("a", false, Secrets.NONE, null, null, 67, CaptureFilter.EVERYTHING))
                .hasMessage("capture snap length: 67 (expected: 0 for all, or at least 68)");
    }

    @Test
    void readsTheSizeOfARing() {
        assertThat(CaptureRing.of("10x16M")).isEqualTo(new CaptureRing(10, 16 << 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "1x1M", "10x16", "10x1K", "0x16M", "10x16m", "x16M", "99999x16M"})
    void refusesARingThatIsNone(String text) {
        assertThatThrownBy(() -> CaptureRing.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(expected: ");
    }

    private static CaptureOptions options(@Nullable String target, Secrets secrets, @Nullable Path keyLog) {
        return new CaptureOptions(target, false, secrets, keyLog, null, 0, CaptureFilter.EVERYTHING);
    }
}
