package io.hellowire.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that speak the wrong protocol to a port are answered in words, and shown. */
class WrongPortIT {

    private static final String POST = "POST / HTTP/1.1\r\nHost: a\r\n";

    private static final List<String> READABLE = List.of(
            "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /my file.txt HTTP/1.1\r\n",
            "GET / HTTP/1.1\\r\\n\n",
            "GET /\r\n",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "SSH-2.0-OpenSSH_9.2 Debian\r\n",
            "PROXY TCP4 10.0.0.1 10.0.0.2 1 2\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
            "OPTIONS * RTSP/1.0\r\n",
            "EHLO a\r\n",
            "hello\n",
            "{\"t\":21.5}\n",
            " GET / HTTP/1.1\r\n",
            "\tx",
            "\r\n\r\n\0\r\nQUIT\n!",
            "CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n",
            POST + "Content-Length: 5\r\n\r\n",
            POST + "Content-Length: 5\r\nExpect: 100-continue\r\n\r\n",
            POST + "Transfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n5\r\nh",
            POST + "Transfer-Encoding: chunked\r\n\r\n{\r\n");

    private static final List<String> BROKEN_OFF = List.of(
            "\r\n",
            "G",
            "GET / HTTP/1.1",
            "GET / HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n",
            "GET / HTTP/1.1\r\nHost: a\r\n",
            POST + "Transfer-Encoding: chunked\r\n\r\n5\r\n");

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
    void whateverIsReadableIsToldThatTheHttpsPortSpeaksTls() throws IOException {
        try (TestServer server = TestServer.in(directory)) {
            assertAll(READABLE.stream().map(text -> () -> isTold(Wire.exchange(server.httpsPort(), text))));
            assertThat(server.journal().lines().filter(line -> line.contains("on a port that speaks TLS")))
                    .hasSameSizeAs(READABLE);
        }
    }

    @Test
    void textThatBreaksOffIsToldSoToo() throws IOException {
        try (TestServer server = TestServer.in(directory)) {
            for (String text : BROKEN_OFF) {
                try (Wire wire = Wire.to(server.httpsPort())) {
                    wire.send(text);
                    wire.finish();
                    isTold(wire.readToEnd());
                }
            }
            assertThat(server.journal().lines().filter(line -> line.contains("on a port that speaks TLS")))
                    .hasSameSizeAs(BROKEN_OFF);
        }
    }

    @Test
    void textThatStopsIsToldSoToo() throws IOException {
        try (TestServer server = TestServer.in(directory, TestServer.timeouts(Duration.ofMillis(300)))) {
            for (String text : BROKEN_OFF) {
                isTold(Wire.exchange(server.httpsPort(), text));
            }
            assertThat(server.journal().lines().filter(line -> line.contains("on a port that speaks TLS")))
                    .hasSameSizeAs(BROKEN_OFF);
        }
    }

    @Test
    void whoGoesAwayAfterSomeTextHasNotBegunTheHandshake() throws IOException {
        try (TestServer server = TestServer.in(directory)) {
            try (Wire wire = Wire.to(server.httpsPort())) {
                wire.send("GET / HTTP/1.1\r\n");
                wire.reset();
            }
            server.awaitJournal("while we waited for the TLS handshake");
        }
    }

    private static void isTold(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("on a port that speaks TLS", "https:// in the URL, or the HTTP port")
                .doesNotContain("100 Continue");
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
