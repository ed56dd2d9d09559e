package io.hellowire.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.testkit.ProgramResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An error that nothing can go on after ends the process, in words. */
class LastWordsIT {

    @TempDir
    private Path directory;

    /** Netty would log it, go on, and leave a port that nobody answers. */
    @Test
    void areSaidOfAnEventLoopToo() throws IOException {
        Map<String, String> little = Map.of("JAVA_TOOL_OPTIONS", "-Dio.netty.maxDirectMemory=300000");
        try (ServerProgram server = ServerProgram.in(directory, little, "--threads", "1")) {
            try (Wire wire = Wire.to(server.httpPort())) {
                wire.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                ProgramResult end = server.await();
                assertThat(end.exitCode()).isEqualTo(1);
                assertThat(end.err())
                        .containsPattern("hellowire-server: out of memory: .*; it ends here, on thread loop-");
            }
        }
    }

    @Test
    void sayThatMemoryIsUsedUp() {
        Map<String, String> little = Map.of("JAVA_TOOL_OPTIONS", "-Dio.netty.maxDirectMemory=65536");
        ProgramResult end = ServerProgram.run(directory, little);
        assertThat(end.exitCode()).isEqualTo(1);
        assertThat(end.err()).contains("hellowire-server: out of memory: ").contains("; it ends here, on thread ");
    }
}
