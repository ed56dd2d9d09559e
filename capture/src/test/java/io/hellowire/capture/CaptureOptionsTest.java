package io.hellowire.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hellowire.capture.CaptureOptions.IfPresent;
import io.hellowire.capture.CaptureOptions.Secrets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

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
                        "-", false, Secrets.NONE, null, new CaptureRing(2, 64 << 10), 0, CaptureFilter.EVERYTHING))
                .hasMessage("capture: a ring on standard output (expected: a file)");
    }

    @Test
    void refusesAMostBesideARingAndOneThatHoldsNothing() {
        CaptureRing ring = new CaptureRing(2, 64 << 10);
        assertThatThrownBy(() -> atMost(100_000L, ring))
                .hasMessage("capture max: 100000 bytes and a ring (expected: one of them)");
        assertThatThrownBy(() -> atMost(65_535L, null)).hasMessage("capture max: 65535 bytes (expected: at least 64K)");
    }

    private static CaptureOptions atMost(long bytes, @Nullable CaptureRing ring) {
        CaptureOptions.Content all = new CaptureOptions.Content(false, 0, CaptureFilter.EVERYTHING);
        return new CaptureOptions("a", all, Secrets.NONE, null, ring, bytes, IfPresent.REFUSE);
    }

    @Test
    void refusesASnapLengthThatCutsHeaders() {
        assertThatThrownBy(() -> new CaptureOptions("a", false, Secrets.NONE, null, null, 67, CaptureFilter.EVERYTHING))
                .hasMessage("capture snap length: 67 (expected: 0 for all, or at least 68)");
    }

    private static CaptureOptions options(@Nullable String target, Secrets secrets, @Nullable Path keyLog) {
        return new CaptureOptions(target, false, secrets, keyLog, null, 0, CaptureFilter.EVERYTHING);
    }
}
