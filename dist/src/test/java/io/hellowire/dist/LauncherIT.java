package io.hellowire.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command starts wherever it lies and however it is called, and says what the person typed. */
class LauncherIT {

    @TempDir
    private Path folder;

    private Path home;

    @BeforeEach
    void copyToAFolderWithBlanks() throws IOException {
        home = Distribution.copiedTo(
                Files.createDirectory(folder.resolve("my tools")).resolve("hellowire"));
    }

    @Test
    void startsByItsWholePath() {
        assertThat(help(Program.at(launcher())).out()).contains("Usage: '" + launcher() + "' certs create ");
    }

    @Test
    void startsByARelativePath() {
        Program here = Program.at(Path.of("./bin/hellowire")).in(home);

        assertThat(help(here).out()).contains("Usage: ./bin/hellowire certs create ");
    }

    @Test
    void startsThroughALinkToALink() throws IOException {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("first"), Path.of("../my tools/hellowire/bin/hellowire"));
        Files.createSymbolicLink(bin.resolve("second"), Path.of("first"));

        assertThat(help(Program.at(bin.resolve("second"))).out())
                .contains("Usage: " + bin.resolve("second") + " certs");
    }

    @Test
    void isCalledByItsNameAloneWhereThePathHasIt() {
        String path = home.resolve("bin") + ":" + System.getenv("PATH");
        ProgramResult result = Program.named("sh")
                .run(new byte[0], Distribution.without(Map.of("PATH", path)), "-c", "hellowire certs create --help");

        assertThat(result.out()).contains("Usage: hellowire certs create ");
    }

    @Test
    void namesItselfInErrorsAndSaysWhatToTry() {
        Program here = Program.at(Path.of("./bin/hellowire")).in(home);

        assertThat(run(here, "--xyzzy").err())
                .startsWith("hellowire: Unknown option: '--xyzzy'")
                .endsWith("Try: ./bin/hellowire --help\n");
        assertThat(run(here, "get").err()).startsWith("hellowire get: ");
        assertThat(run(here, "certs", "show", "none.pem").err()).startsWith("hellowire certs show: none.pem: ");
        assertThat(run(here, "show", "none.pcapng").err()).startsWith("hellowire show: none.pcapng: ");
        assertThat(run(here, "certs", "create", "--ca", "none").err())
                .contains("made by: ./bin/hellowire certs ca -o none");
    }

    @Test
    void helpsWhereverHelpIsTyped() {
        Program here = Program.at(launcher());

        assertThat(run(here, "help").out()).isEqualTo(run(here, "--help").out());
        assertThat(run(here, "help", "certs").out())
                .isEqualTo(run(here, "certs", "help").out());
        assertThat(run(here, "help", "certs", "create").out())
                .isEqualTo(run(here, "certs", "create", "help").out());
        assertThat(run(here, "get", "help").out()).contains("--max-time");
        assertThat(run(here, "serve", "help").out()).contains("--http-port");
        assertThat(run(here, "healthcheck", "help").out()).contains("--health-path");
    }

    @Test
    void takesAJavaThatIsNewEnoughInPlaceOfAnOldOne() throws IOException {
        Path old = Files.createDirectories(folder.resolve("java-11/bin"));
        Files.writeString(old.resolve("java"), "#!/bin/sh\necho an old one; exit 1\n");
        assertThat(old.resolve("java").toFile().setExecutable(true)).isTrue();
        Files.writeString(old.resolveSibling("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"11.0.2\"\n");
        Map<String, String> environment = Distribution.without(Map.of(
                "JAVA_HOME",
                old.getParent().toString(),
                "PATH",
                System.getProperty("java.home") + "/bin:/usr/bin:/bin"));

        ProgramResult result = Program.at(launcher()).run(new byte[0], environment, "--version");

        assertThat(result.out()).matches("hellowire \\S+, Java (1[7-9]|[2-9]\\d).*\\n");
    }

    @Test
    void givesJavaTheOptionsThatAreAskedFor() {
        Map<String, String> environment = Distribution.without(Map.of("HELLOWIRE_JAVA_OPTIONS", "-Xmx64m -version"));

        assertThat(Program.at(launcher()).run(new byte[0], environment).err()).contains("version");
    }

    @Test
    void isCleanToShellcheck() {
        Program shellcheck = Program.named("shellcheck");

        assertThat(shellcheck
                        .in(Path.of("src/main/dist"))
                        .run("bin/hellowire", "lib/options.sh", "lib/archives.sh", "lib/install.sh")
                        .out())
                .isEmpty();
        assertThat(shellcheck.in(Path.of("..")).run("hellowire").out()).isEmpty();
    }

    private Path launcher() {
        return home.resolve("bin/hellowire");
    }

    private static ProgramResult help(Program launcher) {
        return run(launcher, "certs", "create", "--help");
    }

    private static ProgramResult run(Program launcher, String... arguments) {
        return launcher.run(new byte[0], Distribution.without(Map.of()), arguments);
    }
}
