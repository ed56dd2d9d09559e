package io.hellowire.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hellowire.readme.Readme.Session;
import io.hellowire.testkit.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Types every session of the README, from top to bottom, and compares what is printed with what it shows. */
class ReadmeIT {

    private static Stage stage;
    private static boolean went = true;

    @BeforeAll
    static void setTheStage(@TempDir Path folder) throws IOException {
        Program.named("bash");
        Program.named("curl");
        Program.named("python3");
        stage = new Stage(folder);
    }

    @AfterAll
    static void stopTheServers() throws IOException {
        if (stage != null) {
            stage.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> showsWhatIsPrinted() throws IOException {
        return Readme.sessions().stream()
                .map(session -> DynamicTest.dynamicTest(session.toString(), () -> play(session)));
    }

    /** Not after a session that failed: this one may need what that should have left. */
    private static void play(Session session) throws IOException {
        assumeTrue(went, "skipped: a session above did not go as the README shows");
        try {
            stage.play(session);
        } catch (AssertionError e) {
            went = false;
            throw e;
        }
    }

    @Test
    void hasSessionsOfAllThreeTools() throws IOException {
        assertThat(Readme.sessions().stream().map(Session::command))
                .anyMatch(command -> command.contains("hellowire-server.jar"))
                .anyMatch(command -> command.contains("hellowire-client.jar"))
                .anyMatch(command -> command.contains("hellowire-certs.jar"));
    }
}
