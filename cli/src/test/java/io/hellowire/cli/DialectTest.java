package io.hellowire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class DialectTest {

    private final StringWriter err = new StringWriter();

    /** Does what it is told to: nothing, or to fail. */
    @Command(name = "tool", subcommands = Below.class)
    private static final class Tool implements Callable<Integer> {

        @Option(names = "--mode")
        private Mode mode = Mode.FAST;

        @Option(names = {"-s", "--seen", "--also-seen"})
        private @Nullable String seen;

        @Option(names = "--very")
        private boolean very;

        @Override
        public Integer call() throws IOException {
            throw new IOException("a.pem: no such file (expected: a file)");
        }
    }

    @Command(name = "below")
    private static final class Below implements Callable<Integer> {

        @Option(names = "--file")
        private Path file = Path.of("");

        @Override
        public Integer call() {
            throw new IllegalArgumentException("file: " + file + " (expected: another)");
        }
    }

    private enum Mode {
        FAST,
        SLOW
    }

    private final Tool tool = new Tool();

    @Test
    void whatDidNotWorkIsOneLineAndExitCodeOne() {
        assertThat(run(Map.of(), "--mode", "slow")).isEqualTo(1);

        assertThat(tool.mode).isEqualTo(Mode.SLOW);
        assertThat(err).hasToString("hellowire-server: a.pem: no such file (expected: a file)\n");
    }

    @Test
    void whatCannotBeMeantIsOneLineAndExitCodeTwo() {
        assertThat(run(Map.of(), "below", "--file", "x")).isEqualTo(2);

        assertThat(err).hasToString("hellowire-server below: file: x (expected: another)\n");
    }

    @Test
    void whatIsNoOptionIsAnsweredWithWhatWasMeant() {
        assertThat(run(Map.of(), "--mod", "slow")).isEqualTo(2);

        assertThat(err.toString())
                .startsWith("hellowire-server: Unknown options: '--mod'")
                .contains("--mode");
    }

    @Test
    void whatIsNoValueIsAnsweredWithWhereToLook() {
        assertThat(run(Map.of(), "--mode", "late")).isEqualTo(2);

        assertThat(err.toString())
                .startsWith("hellowire-server: Invalid value for option '--mode'")
                .endsWith("Try: hellowire-server --help\n");
    }

    @Test
    void commandsBelowReadTheirVariablesToo() {
        run(Map.of("HELLOWIRE_FILE", "y"), "below");

        assertThat(err.toString()).contains("file: y ");
    }

    @Test
    void aVariableHasTheFirstLongNameOfItsOption() {
        run(Map.of("HELLOWIRE_SEEN", "a", "HELLOWIRE_ALSO_SEEN", "b"));

        assertThat(tool.seen).isEqualTo("a");
    }

    @Test
    void anEmptyVariableIsNone() {
        run(Map.of("HELLOWIRE_MODE", "", "HELLOWIRE_SEEN", ""));

        assertThat(tool.mode).isEqualTo(Mode.FAST);
        assertThat(tool.seen).isNull();
    }

    @Test
    void yesIsTrue() {
        run(Map.of("HELLOWIRE_VERY", "yes"));

        assertThat(tool.very).isTrue();
    }

    private int run(Map<String, String> variables, String... arguments) {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        return Dialect.speak(
                        io.hellowire.cli.Tool.SERVER,
                        new CommandLine(tool),
                        nowhere,
                        new PrintWriter(err),
                        new Variables(variables))
                .execute(arguments);
    }
}
