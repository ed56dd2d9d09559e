package io.hellowire.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.cli.Variables;
import io.hellowire.testkit.DamagedKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.OptionSpec;

/** Whatever is wrong with a key, no piece of it is ever printed. */
class KeysStaySecretTest {

    /** Nothing is fetched: without a key that can be read the client does not begin. */
    private static final String URL = "https://127.0.0.1:1/";

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
        Path folder = Files.createDirectory(directory.resolve("folder"));
        String file = folder.resolve("key").toString();
        String[][] lines = {
            {"--cert", file, URL},
            {"--json", "--cert", file, "--key", file, URL},
            {"--json", "--cacert", file, URL},
            {"--capath", folder.toString(), URL}
        };
        keys.areNotShownFrom(folder.resolve("key"), turn -> printed(ClientRun.of(lines[turn % lines.length])));
    }

    @Test
    void ofAKeyInPlaceOfAnArgument() {
        for (String text : keys.inPlaceOfAName()) {
            for (OptionSpec option : Main.command().getCommandSpec().options()) {
                String name = option.longestName();
                for (String as : new String[] {"human", "json"}) {
                    Map<String, String> environment = as.equals("json") ? Map.of("HELLOWIRE_JSON", "true") : Map.of();
                    String printed = printed(ClientRun.with(environment, "", name, text, "-bad", URL))
                            + printed(ClientRun.with(environment, "", name + "=" + text, "--dry-run", "http://[/"))
                            + printed(ClientRun.with(Map.of(Variables.variable(name), text), "", "http://[/"));
                    assertThat(keys.shownIn(printed)).as(name).isEmpty();
                }
            }
            for (String before : new String[] {"--json", "-d", "-H", "--cert", "--raw-request"}) {
                String[] words = Stream.concat(Stream.of(before), Stream.of(text.split("\\s+")))
                        .toArray(String[]::new);
                assertThat(keys.shownIn(printed(ClientRun.of(words))))
                        .as(before)
                        .isEmpty();
            }
        }
    }

    @Test
    void whatStandsInPlaceOfANameIsToldByItsPlace() {
        String refusal = ": the text of a key or certificate (expected: the name of a file that holds it)";
        for (String text : keys.inPlaceOfAName()) {
            assertThat(ClientRun.of("--cert", text, URL).err())
                    .isEqualToIgnoringNewLines("hellowire-client: --cert" + refusal);
            assertThat(ClientRun.with(Map.of("HELLOWIRE_KEY", text), "", URL).err())
                    .isEqualToIgnoringNewLines("hellowire-client: HELLOWIRE_KEY" + refusal);
        }
    }

    @Test
    void longBase64InAnAddressIsNoKey() {
        String token = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6Ikpv";
        assertThat(ClientRun.of("--dry-run", "127.0.0.1/" + token).exit()).isZero();
        assertThat(ClientRun.of("--dry-run", "-H", "Authorization: Bearer " + token, URL)
                        .exit())
                .isZero();
    }

    private static String printed(ClientRun run) {
        return run.out() + run.err();
    }
}
