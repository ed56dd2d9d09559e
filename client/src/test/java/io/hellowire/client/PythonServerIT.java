package io.hellowire.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.client.cli.ClientRun;
import io.hellowire.testkit.Program;
import io.hellowire.testkit.RunningProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonServerIT {

    @TempDir
    private Path folder;

    @Test
    void showsEveryStepOfAFetchFromPythonsServer() throws IOException {
        Files.writeString(folder.resolve("hello.txt"), "Hello from Python\n");
        int port = Ports.free();
        try (RunningProgram server = Program.named("python3")
                .in(folder)
                .start("-u", "-m", "http.server", String.valueOf(port), "--bind", "127.0.0.1")) {
            server.awaitText("Serving HTTP");

            ClientRun run = ClientRun.of("http://127.0.0.1:" + port + "/hello.txt");

            assertThat(run.exit()).isZero();
            assertThat(run.out())
                    .contains("DNS       not needed (address literal)")
                    .containsPattern("CONNECT   1  127.0.0.1:" + port + " +ok")
                    .contains("> GET /hello.txt HTTP/1.1")
                    .contains("< HTTP/1.0 200 OK")
                    .contains("Hello from Python")
                    .contains("OK  200, ")
                    .contains("ended by Content-Length");
        }
    }
}
