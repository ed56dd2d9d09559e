package io.hellowire.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.cli.Variables;
import io.hellowire.testkit.DamagedKeys;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.OptionSpec;

/** Whatever is wrong with a key, no piece of it is ever printed. */
class KeysStaySecretTest {

    private static DamagedKeys keys;

    @TempDir
    private Path directory;

    @BeforeAll
    static void makeKeys() throws Exception {
        keys = new DamagedKeys();
    }

    /** Each file is given to one of them in turn. */
    @Test
    void ofAKeyFile() throws Exception {
        Path file = directory.resolve("key");
        String[] options = {"--cert", "--key", "--client-ca"};
        keys.areNotShownFrom(
                file,
                turn -> run(
                        Map.of(),
                        "--no-http",
                        "--https-port",
                        "0",
                        "-q",
                        options[turn % options.length],
                        file.toString()));
    }

    @Test
    void ofAKeyInPlaceOfAnArgument() {
        for (String text : keys.inPlaceOfAName()) {
            for (OptionSpec option :
                    Main.serverCommand(Map.of()).getCommandSpec().options()) {
                String name = option.longestName();
                String printed = run(Map.of(), name, text)
                        + run(Map.of(), name + "=" + text)
                        + run(Map.of(Variables.variable(name), text));
                assertThat(keys.shownIn(printed)).as(name).isEmpty();
            }
            for (String command : new String[] {"", "prove", "show", "strip", "healthcheck"}) {
                String[] words = Stream.concat(Stream.of(command), Stream.of(text.split("\\s+")))
                        .filter(word -> !word.isEmpty())
                        .toArray(String[]::new);
                assertThat(keys.shownIn(run(Map.of(), words))).as(command).isEmpty();
            }
        }
    }

    @Test
    void whatStandsInPlaceOfANameIsToldByItsPlace() {
        String refusal = ": the text of a key or certificate (expected: the name of a file that holds it)";
        for (String text : keys.inPlaceOfAName()) {
            assertThat(run(Map.of(), "-q", "--cert", text))
                    .isEqualToIgnoringNewLines("hellowire-server: --cert" + refusal);
            assertThat(run(Map.of("HELLOWIRE_KEY", text)))
                    .isEqualToIgnoringNewLines("hellowire-server: HELLOWIRE_KEY" + refusal);
            assertThat(run(Map.of("HTTPS_KEY_FILE", text)))
                    .isEqualToIgnoringNewLines("hellowire-server: HTTPS_KEY_FILE" + refusal);
        }
    }

    private static String run(Map<String, String> environment, String... arguments) {
        StringWriter printed = new StringWriter();
        PrintWriter writer = new PrintWriter(printed);
        Main.run(writer, writer, environment, arguments);
        return printed.toString();
    }
}
