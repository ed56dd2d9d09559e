package io.hellowire.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that speak the wrong protocol to a port are answered in words, and shown. */
class WrongPortIT {

    @TempDir
    private Path directory;

    @Test
    void plainHttpOnTheHttpsPortIsToldToUseHttps() throws IOException {
        try (TestServer server = TestServer.in(directory)) {
            ProgramResult result =
                    Program.named("curl").succeed("-si", "http://127.0.0.1:" + server.httpsPort() + "/a");

            assertThat(result.out()).startsWith("HTTP/1.1 400 ").contains("https://");
            assertThat(server.journal()).contains("Rejected 400", "GET /a HTTP/1.1\n", "https://");
        }
    }

    @Test
    void tlsOnThePlainPortIsRecognised() throws IOException {
        try (TestServer server = TestServer.in(directory)) {
            ProgramResult result =
                    Program.named("curl").run("-sS", "--insecure", "https://127.0.0.1:" + server.httpPort() + "/");

            assertThat(result.exitCode()).isEqualTo(35);
            assertThat(server.journal()).contains("Rejected 400", "\\x16\\x03", "try http:// or the HTTPS port");
        }
    }

    @Test
    void http2WithoutAskingIsAnsweredInWords() throws IOException {
        try (TestServer server = TestServer.in(directory)) {
            String answer = Wire.exchange(server.httpPort(), "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0");

            assertThat(answer).startsWith("HTTP/1.1 505 ").contains("does not speak HTTP/2");
            assertThat(server.journal()).contains("Rejected 505", "PRI * HTTP/2.0\n");
        }
    }

    @Test
    void anUpgradeToHttp2IsLeftAlone() throws IOException {
        try (TestServer server = TestServer.in(directory)) {
            ProgramResult result = Program.named("curl").succeed("-s", "--http2", server.httpUrl());

            assertThat(result.out()).isEqualTo("Hello #0 from Hellowire!\n");
            assertThat(server.journal()).contains("Upgrade: h2c");
        }
    }

    @Test
    void noiseOnTheHttpsPortIsOneLine() throws IOException {
        try (TestServer server = TestServer.in(directory)) {
            Wire.exchange(server.httpsPort(), "\0\1\2\3\4\5\6\7");

            assertThat(server.journal().lines().toList())
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("----- TLS handshake failed");
        }
    }
}
