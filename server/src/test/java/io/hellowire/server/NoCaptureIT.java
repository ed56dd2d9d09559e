package io.hellowire.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.testkit.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that captures nothing. */
class NoCaptureIT {

    private static final Pattern OF_THE_CAPTURE =
            Pattern.compile(" io\\.hellowire\\.capture\\.(?!cli\\.)(\\S+) source:");

    @TempDir
    private Path directory;

    @Test
    void loadsNoClassOfACaptureButItsOptions() throws IOException {
        Path classes = directory.resolve("classes");
        Map<String, String> environment = Map.of("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + classes);
        try (ServerProgram server = ServerProgram.in(directory, environment)) {
            Program.named("curl").succeed("-s", "http://127.0.0.1:" + server.httpPort());
            Program.named("curl").succeed("-sk", "https://127.0.0.1:" + server.httpsPort());
            server.signal("TERM");
            server.await();
        }

        assertThat(OF_THE_CAPTURE
                        .matcher(Files.readString(classes))
                        .results()
                        .map((MatchResult found) -> found.group(1)))
                .containsExactlyInAnyOrder(
                        "CaptureOptions",
                        "CaptureOptions$Content",
                        "CaptureOptions$Secrets",
                        "CaptureOptions$IfPresent",
                        "CaptureRing",
                        "CaptureFilter");
    }
}
