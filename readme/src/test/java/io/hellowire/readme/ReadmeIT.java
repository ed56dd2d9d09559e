package io.hellowire.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hellowire.readme.Readme.Session;
import io.hellowire.testkit.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Types every session of the README and of the pages in {@code docs}, from top to bottom, and compares what is printed with
 * what is shown. Each file begins in a folder of its own.
 */
class ReadmeIT {

    private static final List<Stage> STAGES = new ArrayList<>();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void findThePrograms() {
        Program.named("bash");
        Program.named("curl");
        Program.named("python3");
    }

    @AfterAll
    static void stopTheServers() throws IOException {
        for (Stage stage : STAGES) {
            stage.close();
        }
    }

    @TestFactory
    Stream<DynamicContainer> showsWhatIsPrinted() throws IOException {
        List<DynamicContainer> files = new ArrayList<>();
        for (Path file : Readme.files()) {
            String name = Readme.ROOT.relativize(file).toString();
            Path own = Files.createDirectories(folder.resolve(name.replace('/', '-')));
            List<Session> sessions = Readme.sessions(file);
            if (!sessions.isEmpty()) {
                Play play = new Play(new Stage(own));
                files.add(DynamicContainer.dynamicContainer(
                        name,
                        sessions.stream()
                                .map(session ->
                                        DynamicTest.dynamicTest(session.toString(), () -> play.play(session)))));
            }
        }
        return files.stream();
    }

    /** The sessions of one file. None is played after one that failed: it may need what that should have left. */
    private static final class Play {

        private final Stage stage;
        private boolean went = true;

        Play(Stage stage) {
            this.stage = stage;
            STAGES.add(stage);
        }

        void play(Session session) throws IOException {
            assumeTrue(went, "skipped: a session above did not go as the page shows");
            went = false;
            stage.play(session);
            went = true;
        }
    }

    @Test
    void hasSessionsOfAllThreeTools() throws IOException {
        List<String> commands = new ArrayList<>();
        for (Path file : Readme.files()) {
            Readme.sessions(file).forEach(session -> commands.add(session.command()));
        }
        assertThat(commands)
                .anyMatch(command -> command.equals("./hellowire"))
                .anyMatch(command -> command.startsWith("./hellowire get "))
                .anyMatch(command -> command.startsWith("./hellowire certs "));
    }
}
