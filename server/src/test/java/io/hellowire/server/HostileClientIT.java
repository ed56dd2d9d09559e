package io.hellowire.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.server.exchange.RequestLimits;
import io.hellowire.server.exchange.RequestLimits.RawBodies;
import io.hellowire.server.journal.LogFormat;
import io.hellowire.testkit.HostileText;
import io.hellowire.wire.HeadLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing that a client sends harms the terminal of who reads the journal, in any format. */
class HostileClientIT {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void inAnyPlaceOfARequest(LogFormat format) throws IOException {
        String journal;
        RequestLimits showingBodies = new RequestLimits(HeadLimits.DEFAULT, 1 << 20, 1 << 16, RawBodies.FORGOTTEN);
        try (TestServer server = TestServer.in(
                directory,
                o -> TestServer.requests(showingBodies)
                        .apply(TestServer.format(format).apply(o)))) {
            for (String hostile : List.of(
                    HostileText.bytes("\r\n\0"),
                    HostileText.bytes("\r\n\0: "),
                    HostileText.bytes(""),
                    HostileText.bytes("").substring(256),
                    "a\rb",
                    "a\0b",
                    "a\u009bb",
                    "a\u001b]0;b\u0007")) {
                String get = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";
                String post = "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";
                String chunked = post + "Transfer-Encoding: chunked\r\n\r\n";
                send(server.httpPort(), hostile + " / HTTP/1.1\r\nHost: a\r\n\r\n");
                send(server.httpPort(), "GET /" + hostile + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
                send(server.httpPort(), "GET / HTTP/1.1" + hostile + "\r\nHost: a\r\n\r\n");
                send(server.httpPort(), "GET / " + hostile + "\r\nHost: a\r\n\r\n");
                send(server.httpPort(), "GET / HTTP/1.1\r\nHost: " + hostile + "\r\n\r\n");
                for (String name :
                        List.of("X", "User-Agent", "Referer", "Content-Length", "Transfer-Encoding", "Expect")) {
                    send(server.httpPort(), get + name + ": " + hostile + "\r\n\r\n");
                }
                send(server.httpPort(), get + hostile + ": x\r\n\r\n");
                send(server.httpPort(), get + "X" + hostile + ": x\r\n\r\n");
                send(server.httpPort(), get + "X: x\r\n " + hostile + "\r\n\r\n");
                send(server.httpPort(), hostile + get + "\r\n");
                send(server.httpPort(), post + "Content-Length: " + hostile.length() + "\r\n\r\n" + hostile);
                send(server.httpPort(), chunked + "1;" + hostile + "\r\nx\r\n0\r\n\r\n");
                send(server.httpPort(), chunked + hostile + "\r\n");
                send(server.httpPort(), chunked + "1\r\nx" + hostile);
                send(server.httpPort(), chunked + "0\r\nX: " + hostile + "\r\n\r\n");
                send(server.httpPort(), chunked + "0\r\n" + hostile + ": x\r\n\r\n");
                send(server.httpsPort(), hostile);
                send(server.httpsPort(), get + "X: " + hostile + "\r\n\r\n");
                try (Wire wire = Wire.to(server.httpPort())) {
                    wire.send(get + "X: " + hostile); // and gives up
                }
            }
            journal = server.journal();
        }
        assertThat(journal.lines()).hasSizeGreaterThan(100);
        assertThat(HostileText.in(journal)).isEmpty();
        assertThat(journal.getBytes(StandardCharsets.UTF_8)).hasSameSizeAs(journal.getBytes(StandardCharsets.US_ASCII));
    }

    private static void send(int port, String request) throws IOException {
        try (Wire wire = Wire.to(port)) {
            wire.send(request);
            wire.finish();
            wire.readToEnd();
        }
    }
}
