package io.hellowire.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.server.connection.ConnectionLimits;
import io.hellowire.server.connection.Timeouts;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A peer that takes too long is told so, or dropped, and the journal says how far it had come. */
class SlowPeerIT {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final String UPLOAD = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n";

    @TempDir
    private Path directory;

    @Test
    void aHeadThatStopsIsAnsweredWith408() throws IOException {
        try (TestServer server = TestServer.in(directory, headTimeout(SHORT))) {
            assertThat(Wire.exchange(server.httpPort(), "GET / HTTP/1.1\r\nHo"))
                    .startsWith("HTTP/1.1 408 ")
                    .contains("\r\nConnection: close\r\n");
            assertThat(server.journal()).contains("Rejected 408", "GET / HTTP/1.1\nHo\\\n", "300 ms");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'GET / HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n', 'line 1, byte 15: the characters \\ and r where CR belongs'",
        "'GET / HTTP/1.0\\n\\n', 'line 1, byte 17: the characters \\ and n where LF belongs'",
        "'GET / HTTP/1.1\r\nHost: a\\r\\n\\r\\n', 'line 2, byte 8: the characters \\ and r where CR belongs'",
        "'GET / HTTP/1.1\rHost: a\r\r', 'line 1, byte 15: a CR without LF'"
    })
    void aHeadWhoseLinesHaveNoEndIsToldWhy(String head, String why) throws IOException {
        try (TestServer server = TestServer.in(directory, headTimeout(SHORT))) {
            assertThat(Wire.exchange(server.httpPort(), head))
                    .startsWith("HTTP/1.1 408 ")
                    .contains(why);
            try (Wire wire = Wire.to(server.httpPort())) {
                wire.send(head);
                wire.finish();
                assertThat(wire.readToEnd()).startsWith("HTTP/1.1 400 ").contains(why);
            }
            assertThat(server.journal()).contains("Rejected 408", "Rejected 400", why);
        }
    }

    @Test
    void aHeadThatDripsIsAnsweredWith408HoweverBusyItIs() throws IOException {
        try (TestServer server = TestServer.in(directory, headTimeout(SHORT));
                Socket socket = new Socket("127.0.0.1", server.httpPort())) {
            socket.setSoTimeout(20);
            socket.getOutputStream().write("GET / HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(firstByteWhileSending(socket)).isEqualTo('H');
            assertThat(server.journal()).contains("Rejected 408", "GET / HTTP/1.1\naaa");
        }
    }

    private static int firstByteWhileSending(Socket socket) throws IOException {
        while (true) {
            socket.getOutputStream().write('a');
            try {
                return socket.getInputStream().read();
            } catch (SocketTimeoutException e) {
                // no answer yet: the next byte
            }
        }
    }

    @Test
    void aBodyThatStopsIsAnsweredWith408() throws IOException {
        try (TestServer server = TestServer.in(directory, timeouts(new Timeouts(LONG, LONG, LONG, SHORT, LONG)))) {
            assertThat(Wire.exchange(server.httpPort(), UPLOAD + "0123456")).startsWith("HTTP/1.1 408 ");
            assertThat(server.journal()).contains("Rejected 408", "Content-Length: 10\n", "7 of 10 bytes");
        }
    }

    @Test
    void aSilentConnectionIsClosedWithoutAnAnswer() throws IOException {
        try (TestServer server = TestServer.in(directory, timeouts(new Timeouts(LONG, LONG, SHORT, LONG, LONG)))) {
            assertThat(Wire.exchange(server.httpPort(), "")).isEmpty();
            assertThat(server.journal()).contains("No request", "waited 300 ms for a request");
        }
    }

    @Test
    void emptyLinesDoNotKeepAConnectionBusy() throws IOException {
        try (TestServer server = TestServer.in(directory, timeouts(new Timeouts(LONG, LONG, SHORT, LONG, LONG)))) {
            assertThat(Wire.exchange(server.httpPort(), "\r\n\r\n")).isEmpty();
        }
    }

    @Test
    void aHandshakeThatNeverBeginsIsClosed() throws IOException {
        try (TestServer server = TestServer.in(directory, timeouts(new Timeouts(SHORT, LONG, LONG, LONG, LONG)))) {
            assertThat(Wire.exchange(server.httpsPort(), "")).isEmpty();
            assertThat(server.journal()).contains("TLS handshake failed", "no ClientHello came");
        }
    }

    @Test
    void aHandshakeThatStopsIsClosed() throws IOException {
        try (TestServer server = TestServer.in(directory, timeouts(new Timeouts(SHORT, LONG, LONG, LONG, LONG)))) {
            assertThat(Wire.exchange(server.httpsPort(), "\u0016\u0003\u0001\u0000\u0050\u0001"))
                    .isEmpty();
            assertThat(server.journal()).contains("TLS handshake failed");
        }
    }

    @Test
    void aHeadThatEndsInTheMiddleIsAnsweredWith400() throws IOException {
        try (TestServer server = TestServer.in(directory);
                Wire wire = Wire.to(server.httpPort())) {
            wire.send("GET / HTTP/1.1\r\nHost");
            wire.finish();

            assertThat(wire.readToEnd()).startsWith("HTTP/1.1 400 ");
            assertThat(server.journal()).contains("Rejected 400", "GET / HTTP/1.1\nHost\\\n", "head, after 20 bytes");
        }
    }

    @Test
    void aBodyThatEndsInTheMiddleIsAnsweredWith400() throws IOException {
        try (TestServer server = TestServer.in(directory);
                Wire wire = Wire.to(server.httpPort())) {
            wire.send(UPLOAD + "0123");
            wire.finish();

            assertThat(wire.readToEnd()).startsWith("HTTP/1.1 400 ");
            assertThat(server.journal()).contains("Rejected 400", "body, 4 of 10 bytes");
        }
    }

    @Test
    void aConnectionThatIsResetInTheMiddleIsShown() throws IOException {
        try (TestServer server = TestServer.in(directory)) {
            try (Wire wire = Wire.to(server.httpPort())) {
                wire.send(UPLOAD.replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n"));
                assertThat(wire.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 100 ");
                wire.reset();
            }
            assertThat(server.journal()).contains("Content-Length: 10\n", "closed by the peer");
        }
    }

    private static UnaryOperator<ServerOptions> headTimeout(Duration head) {
        return timeouts(new Timeouts(LONG, head, LONG, LONG, LONG));
    }

    private static UnaryOperator<ServerOptions> timeouts(Timeouts timeouts) {
        return TestServer.connections(new ConnectionLimits(100, null, timeouts));
    }
}
