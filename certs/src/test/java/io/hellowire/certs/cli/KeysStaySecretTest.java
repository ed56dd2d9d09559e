package io.hellowire.certs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.testkit.DamagedKeys;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Whatever is wrong with a key, no piece of it is ever printed. */
class KeysStaySecretTest {

    private static final List<String> COMMANDS = List.of(
            "show key",
            "show key --json --passphrase-file pass",
            "check key --for x.test --passphrase-file pass",
            "convert key -o new.pem --force --passphrase-file pass",
            "trust key");

    private static DamagedKeys keys;

    @TempDir
    private Path directory;

    @BeforeAll
    static void makeKeys() throws Exception {
        keys = new DamagedKeys();
    }

    /** Each file is read by one of them in turn. */
    @Test
    void ofAKeyFile() throws Exception {
        Files.writeString(directory.resolve("pass"), "sesame");
        keys.areNotShownFrom(
                directory.resolve("key"),
                turn -> run(Stream.of(COMMANDS.get(turn % COMMANDS.size()).split(" "))
                        .map(word -> word.matches("key|pass|new.pem")
                                ? directory.resolve(word).toString()
                                : word)
                        .toArray(String[]::new)));
    }

    @Test
    void ofAKeyInPlaceOfAnArgument() {
        for (String text : keys.inPlaceOfAName()) {
            for (CommandLine command :
                    new CommandLine(new Main()).getSubcommands().values()) {
                String name = command.getCommandName();
                assertThat(keys.shownIn(run(name, text))).as(name).isEmpty();
                assertThat(keys.shownIn(run(Stream.concat(Stream.of(name), Stream.of(text.split("\\s+")))
                                .toArray(String[]::new))))
                        .as(name)
                        .isEmpty();
                for (OptionSpec option : command.getCommandSpec().options()) {
                    String longest = option.longestName();
                    assertThat(keys.shownIn(run(name, longest, text) + run(name, longest + "=" + text)))
                            .as(name + " " + longest)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void whatStandsInPlaceOfANameIsToldByItsPlace() {
        String key = keys.inPlaceOfAName().get(0);
        String refusal = ": the text of a key or certificate (expected: the name of a file that holds it)";
        for (List<String> line : List.of(
                List.of("check", "--for", "x", key),
                List.of("check", "--passphrase-file", key),
                List.of("show", key))) {
            assertThat(run(line.toArray(String[]::new)).lines())
                    .singleElement()
                    .asString()
                    .matches("hellowire-certs: (--[a-z-]+|argument [0-9])\\Q" + refusal + "\\E");
        }
    }

    private static String run(String... arguments) {
        StringWriter printed = new StringWriter();
        PrintWriter writer = new PrintWriter(printed);
        Main.run(writer, writer, Map.of(), arguments);
        return printed.toString();
    }
}
