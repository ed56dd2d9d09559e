package io.hellowire.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class ProgramTest {

    @Test
    void aMissingProgramNamesItselfAndTheWayOut() {
        assertThatThrownBy(() -> Program.named("no-such-program", "nor-this"))
                .hasMessageContaining("no-such-program or nor-this is not on this machine")
                .hasMessageMatching("(?s).*(\\.ci/run installs it|-Dpeers=required).*");
    }

    @Test
    void givesTheOutputAndTheExitCodeOfWhatItRan() {
        ProgramResult result = Program.java("-version").run();

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).contains("version");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void givesInputAndEnvironmentToWhatItRuns() {
        ProgramResult result = Program.named("sh")
                .run("word".getBytes(UTF_8), Map.of("GREETING", "hello"), "-c", "echo $GREETING; cat");

        assertThat(result.out()).isEqualTo("hello\nword");
    }

    @Test
    void anExitCodeThatWasNotExpectedFailsWithAllThatWasPrinted() {
        assertThatThrownBy(() -> Program.java("-no-such-option").succeed())
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("no-such-option");
    }
}
