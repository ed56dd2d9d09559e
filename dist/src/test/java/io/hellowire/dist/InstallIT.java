package io.hellowire.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hellowire install} puts all in place, and takes all away again. */
class InstallIT {

    private static final Map<String, String> ENVIRONMENT = Distribution.without(Map.of());

    @TempDir
    private Path folder;

    @Test
    void putsTheCommandOnThePath() {
        Path prefix = folder.resolve("a prefix");

        ProgramResult installed = install("--prefix", prefix.toString());

        assertThat(installed.out()).startsWith("Installed " + prefix.resolve("bin/hellowire"));
        assertThat(prefix.resolve("share/man/man1/hellowire.1")).exists();
        assertThat(prefix.resolve("share/bash-completion/completions/hellowire"))
                .exists();
        assertThat(prefix.resolve("share/zsh/site-functions/_hellowire")).exists();
        assertThat(prefix.resolve("share/fish/vendor_completions.d/hellowire.fish"))
                .exists();
        assertThat(Program.at(prefix.resolve("bin/hellowire"))
                        .run(new byte[0], ENVIRONMENT, "--version")
                        .out())
                .startsWith("hellowire ");
    }

    @Test
    void takesAllAwayAgain() throws IOException {
        Path prefix = folder.resolve("prefix");
        install("--prefix=" + prefix);

        assertThat(install("--remove", "--prefix=" + prefix).exitCode()).isZero();

        try (Stream<Path> left = Files.walk(prefix)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void replacesAnOlderOneOfOurs() {
        install("--prefix=" + folder);

        assertThat(install("--prefix=" + folder).exitCode()).isZero();
    }

    @Test
    void leavesWhatIsNotOursAlone() throws IOException {
        Path other = Files.createDirectories(folder.resolve("lib/hellowire")).resolve("notes.txt");
        Files.writeString(other, "mine");

        ProgramResult refused = install("--prefix=" + folder);

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains(other.getParent() + ": something else (expected: ");
        assertThat(other).hasContent("mine");
    }

    @Test
    void saysWhatIsWrongWithItsArguments() {
        assertThat(install("--nonsense").exitCode()).isEqualTo(2);
        assertThat(install("--prefix").err()).isEqualTo("hellowire install: --prefix: nothing (expected: a folder)\n");
    }

    @Test
    void theTarballHoldsTheSame() throws IOException {
        Path tarball;
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            tarball = files.filter(file -> file.toString().endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow();
        }
        Program.named("tar").succeed("-xzf", tarball.toString(), "-C", folder.toString());
        String name = tarball.getFileName().toString().replace(".tar.gz", "");

        assertThat(Program.at(folder.resolve(name).resolve("bin/hellowire"))
                        .run(new byte[0], ENVIRONMENT, "--version")
                        .out())
                .startsWith("hellowire ");
    }

    @Test
    void theUnitIsOneThatSystemdTakes() throws IOException {
        Program verify = Program.named("systemd-analyze");
        String unit = Files.readString(Distribution.FOLDER.resolve("share/systemd/hellowire.service"));
        Path here = folder.resolve("hellowire.service");
        Files.writeString(here, unit.replace("/usr/local/bin/hellowire", Distribution.LAUNCHER.toString()));

        ProgramResult result = verify.run("verify", here.toString());

        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }

    private static ProgramResult install(String... arguments) {
        return Program.at(Distribution.LAUNCHER).with("install").run(new byte[0], ENVIRONMENT, arguments);
    }
}
