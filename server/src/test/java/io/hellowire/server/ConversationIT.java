package io.hellowire.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.server.exchange.Greeting;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationIT {

    @TempDir
    private Path directory;

    @Test
    void keepsAnHttp11ConnectionOpen() throws IOException {
        try (TestServer server = TestServer.in(directory);
                Wire wire = Wire.to(server.httpPort())) {
            wire.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(wire.readUntil("Hello #0 from Hellowire!\n")).doesNotContain("Connection:");
            wire.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            assertThat(wire.readToEnd()).contains("\r\nConnection: close\r\n").endsWith("Hello #1 from Hellowire!\n");
        }
    }

    @Test
    void keepsAnHttp10ConnectionOpenForWhoAsksForIt() throws IOException {
        try (TestServer server = TestServer.in(directory);
                Wire wire = Wire.to(server.httpPort())) {
            wire.send("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n");
            assertThat(wire.readUntil("Hello #0 from Hellowire!\n")).contains("\r\nConnection: keep-alive\r\n");
            wire.send("HEAD / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
            assertThat(wire.readUntil("\r\n\r\n")).contains("\r\nConnection: keep-alive\r\n");
            wire.send("GET /healthz HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
            assertThat(wire.readUntil("\nok\n")).contains("\r\nConnection: keep-alive\r\n");
            wire.send("GET / HTTP/1.0\r\n\r\n");
            assertThat(wire.readToEnd()).contains("\r\nConnection: close\r\n").endsWith("Hello #2 from Hellowire!\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.0\r\nConnection: keep-alive, close\r\n\r\n",
                "GET / HTTP/1.0\r\nProxy-Connection: keep-alive\r\n\r\n",
                "POST / HTTP/1.0\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            })
    void endsAnHttp10ConnectionThatMayNotGoOn(String request) throws IOException {
        try (TestServer server = TestServer.in(directory)) {
            assertThat(Wire.exchange(server.httpPort(), request)).contains("\r\nConnection: close\r\n");
        }
    }

    @Test
    void sendsNoBodyToHead() throws IOException {
        try (TestServer server = TestServer.in(directory)) {
            assertThat(Wire.exchange(server.httpPort(), "HEAD / HTTP/1.0\r\n\r\n"))
                    .contains("\r\nContent-Length: 25\r\n")
                    .endsWith("\r\n\r\n");
        }
    }

    @Test
    void saysContinueToWhoWaitsForIt() throws IOException {
        try (TestServer server = TestServer.in(directory);
                Wire wire = Wire.to(server.httpPort())) {
            wire.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n"
                    + "Connection: close\r\n\r\n");
            assertThat(wire.readUntil("\r\n\r\n")).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            wire.send("ok");
            assertThat(wire.readToEnd()).endsWith("Hello #0 from Hellowire!\n");
            assertThat(server.journal()).contains("----- body: 2 bytes");
        }
    }

    @Test
    void takesMicroPythonsChunkedHttp10Upload() throws IOException {
        try (TestServer server = TestServer.in(directory)) {
            String answer = Wire.exchange(
                    server.httpPort(),
                    "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n");
            assertThat(server.journal()).contains("----- odd: Transfer-Encoding in HTTP/1.0");
        }
    }

    @Test
    void answersAClientThatHasFinishedSending() throws IOException {
        try (TestServer server = TestServer.in(directory);
                Wire wire = Wire.to(server.httpPort())) {
            wire.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            wire.finish();
            assertThat(wire.readToEnd()).endsWith("Hello #0 from Hellowire!\n");
        }
    }

    @Test
    void givesHealthChecksNoNumber() throws IOException {
        try (TestServer server = TestServer.in(directory)) {
            assertThat(Wire.exchange(server.httpPort(), "GET /healthz HTTP/1.0\r\n\r\n"))
                    .endsWith("\r\n\r\nok\n");
            assertThat(Wire.exchange(server.httpPort(), "GET / HTTP/1.0\r\n\r\n"))
                    .endsWith("Hello #0 from Hellowire!\n");
            assertThat(server.journal()).doesNotContain("/healthz");
        }
    }

    @Test
    void greetsAsItIsTold() throws IOException {
        try (TestServer server = TestServer.in(directory, TestServer.greeting(Greeting.of("No. {n}, gr\u00fcezi!")))) {
            assertThat(Wire.exchange(server.httpPort(), "GET / HTTP/1.0\r\n\r\n"))
                    .contains("\r\nContent-Length: 16\r\n")
                    .endsWith("\r\n\r\nNo. 0, gr\u00c3\u00bcezi!\n");
        }
    }
}
