package io.hellowire.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shells complete what is typed, and the manual page can be read. */
class DocumentsIT {

    private static final Path SHARE = Distribution.FOLDER.resolve("share");

    @ParameterizedTest
    @CsvSource({
        "hellowire ge, get",
        "hellowire certs cre, create",
        "hellowire get --max-ti, --max-time",
        "hellowire serve --http-p, --http-port",
        "hellowire certs create --dn, --dns"
    })
    void bashCompletes(String typed, String expected) {
        String script = "source \"$0\"; COMP_WORDS=($1); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _complete_hellowire;"
                + " printf '%s\\n' \"${COMPREPLY[@]}\"";

        assertThat(lines(Program.named("bash")
                        .succeed(
                                "-c",
                                script,
                                SHARE.resolve("completions/hellowire.bash").toString(),
                                typed)))
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "hellowire ge, get",
        "hellowire certs cre, create",
        "hellowire get --max-ti, --max-time",
        "hellowire --http-p, --http-port",
        "hellowire serve --http-p, --http-port",
        "hellowire certs create --dn, --dns"
    })
    void fishCompletes(String typed, String expected) {
        ProgramResult result = Program.named("fish")
                .succeed(
                        "--no-config",
                        "-c",
                        "source $argv[1]; complete --do-complete $argv[2]",
                        SHARE.resolve("completions/hellowire.fish").toString(),
                        typed);

        assertThat(lines(result).map(line -> line.replaceAll("\\t.*", ""))).contains(expected);
    }

    /** It asks a terminal what was typed, which only somebody before one has; so this is as far as it goes. */
    @Test
    void zshTakesItsCompletion() {
        String script = "fpath=($1 $fpath); autoload -Uz compinit; compinit -D -u; print $_comps[hellowire];"
                + " source $1/_hellowire 2>/dev/null; functions _hellowire_certs_create";

        assertThat(Program.named("zsh")
                        .run("-fc", script, "zsh", SHARE.resolve("completions").toString())
                        .out())
                .startsWith("_hellowire\n")
                .contains("--dns[");
    }

    @Test
    void theManualPageHasNoMistakes() {
        ProgramResult page = Program.named("groff")
                .succeed(
                        "-man",
                        "-ww",
                        "-Tutf8",
                        "-P-cbou",
                        "-K",
                        "utf8",
                        SHARE.resolve("man/man1/hellowire.1").toString());

        assertThat(page.err()).isEmpty();
        assertThat(page.out()).contains("HELLOWIRE GET").contains("HELLOWIRE CERTS");
    }

    private static java.util.stream.Stream<String> lines(ProgramResult result) {
        return List.of(result.out().split("\n")).stream();
    }
}
