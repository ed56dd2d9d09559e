package io.hellowire.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import io.hellowire.testkit.RunningProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archives of loaded classes are made once, taken from then on, and never a reason to fail. */
class ArchivesIT {

    private static final boolean AHEAD_OF_TIME = Runtime.version().feature() >= 25;

    /** Has Java end where it does not start from the archive that it is given. */
    private static final String INSISTING = AHEAD_OF_TIME ? "-XX:AOTMode=on" : "-Xshare:on";

    /** Three runs of Java that may wait for others: they are nice to whoever works. */
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    @Test
    void areTakenByEachKindOfCommand() {
        Path launcher = Distribution.copiedTo(folder.resolve("hellowire")).resolve("bin/hellowire");
        makeArchives(launcher);
        Map<String, String> insisting = Distribution.without(
                Map.of("HELLOWIRE_ARCHIVES", "", "HELLOWIRE_JAVA_OPTIONS", INSISTING, "XDG_CACHE_HOME", "/nowhere"));

        for (String line : List.of("serve --version", "get --version", "certs --version", "--version")) {
            ProgramResult result = Program.at(launcher).run(new byte[0], insisting, line.split(" "));

            assertThat(result.exitCode()).as(line + "\n" + result).isZero();
            assertThat(result.out()).startsWith("hellowire");
        }
    }

    @Test
    void areMadeBesideTheFirstRunAndNobodyIsTold() throws IOException {
        Path cache = folder.resolve("cache");
        Map<String, String> environment =
                Distribution.without(Map.of("HELLOWIRE_ARCHIVES", "", "XDG_CACHE_HOME", cache.toString()));

        ProgramResult first = Program.at(Distribution.LAUNCHER).run(new byte[0], environment, "certs", "--version");

        assertThat(first.err()).isEmpty();
        assertThat(first.out()).hasLineCount(1);
        awaitArchives(cache);
        assertThat(archivesIn(cache)).hasSize(3);
    }

    @Test
    void areNoReasonToFailWhereTheyCannotBeWritten() {
        Map<String, String> environment =
                Distribution.without(Map.of("HELLOWIRE_ARCHIVES", "", "XDG_CACHE_HOME", "/dev/null/cache"));

        ProgramResult result = Program.at(Distribution.LAUNCHER).run(new byte[0], environment, "certs", "--version");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
    }

    @Test
    void areReplacedWhenTheJarIsAnother() throws IOException {
        Path home = Distribution.copiedTo(folder.resolve("hellowire"));
        Path launcher = home.resolve("bin/hellowire");
        makeArchives(launcher);
        List<Path> before = archivesIn(home);
        Files.writeString(home.resolve("lib/build"), "another\n");

        makeArchives(launcher);

        assertThat(archivesIn(home)).hasSize(3).doesNotContainAnyElementsOf(before);
    }

    private static void makeArchives(Path launcher) {
        try (RunningProgram making = Program.at(launcher).start(Distribution.without(Map.of()), "--make-archives")) {
            assertThat(making.await(LONG).exitCode()).isZero();
        }
    }

    /** In the background they take some seconds, and the last of the three is there when the lock is gone. */
    private static void awaitArchives(Path cache) {
        String script =
                "for i in $(seq 3000); do [ -z \"$(find \"$1\" -name 'certs-*')\" ] || exit 0; sleep 0.1; done; exit 1";
        try (RunningProgram looking = Program.named("sh").start("-c", script, "sh", cache.toString())) {
            assertThat(looking.await(LONG).exitCode()).isZero();
        }
    }

    private static List<Path> archivesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(AHEAD_OF_TIME ? ".aot" : ".jsa"))
                    .toList();
        }
    }
}
