package io.hellowire.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.hellowire.server.exchange.RequestLimits;
import io.hellowire.server.exchange.RequestLimits.RawBodies;
import io.hellowire.server.journal.LogFormat;
import io.hellowire.wire.HeadLimits;
import io.hellowire.wire.text.Printable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What is refused gets its status, its reason in words, an orderly end and a record: at a real socket. */
class RefusalIT {

    private static final RequestLimits LIMITS =
            new RequestLimits(new HeadLimits(500, 100, 5), 1000, 0, RawBodies.FORGOTTEN);
    private static final String START = "GET / HTTP/1.1\r\n";
    private static final String HOST = "Host: a\r\n";
    private static final String CHUNKED = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";

    private static final List<Refused> REFUSED = List.of(
            new Refused("\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003", 400, "a TLS handshake"),
            new Refused("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505, "HTTP/2"),
            new Refused("\0\u0001\u0002", 400, "line 1, byte 1: a NUL byte"),
            new Refused("hello\r\n", 400, "line 1, byte 6: the end of the line"),
            new Refused("GET /\r\n", 400, "HTTP/0.9 is not spoken"),
            new Refused("GET / http/1.1\r\n", 400, "in capital letters"),
            new Refused("GET / HTTP/3.0\r\n" + HOST + "\r\n", 505, "HTTP/3.0"),
            new Refused("GET nowhere HTTP/1.1\r\n" + HOST + "\r\n", 400, "nowhere"),
            new Refused("GET /" + "a".repeat(200) + " HTTP/1.1\r\n" + HOST + "\r\n", 414, "100 bytes"),
            new Refused(START + HOST + "X: " + "a".repeat(600) + "\r\n\r\n", 431, "500 bytes"),
            new Refused(START + HOST + "a: b\r\n".repeat(5) + "\r\n", 431, "5 fields"),
            new Refused(START + "\r\n", 400, "no Host"),
            new Refused(START + HOST + HOST + "\r\n", 400, "line 3, byte 1: a second Host"),
            new Refused(START + "Host: a b\r\n\r\n", 400, "Host: \"a b\""),
            new Refused(START + "Host : a\r\n\r\n", 400, "line 2, byte 5: a space before the colon"),
            new Refused(START + HOST + " folded\r\n\r\n", 400, "line 3, byte 1"),
            new Refused(START + HOST + "X: a\rb\r\n\r\n", 400, "a CR without LF"),
            new Refused(START + HOST + "X: a\0b\r\n\r\n", 400, "a NUL byte"),
            new Refused(START + HOST + "X: \u001b[31m\r\n\r\n", 400, "\\x1B"),
            new Refused(
                    START + HOST + "Content-Length: 5\r\nContent-Length: 5\r\n\r\n", 400, "a second Content-Length"),
            new Refused(START + HOST + "Content-Length: 5, 6\r\n\r\n", 400, "5, 6"),
            new Refused(START + HOST + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n", 400, "both"),
            new Refused(START + HOST + "Transfer-Encoding: chunked, chunked\r\n\r\n", 400, "chunked, chunked"),
            new Refused(START + HOST + "Transfer-Encoding: gzip, chunked\r\n\r\n", 501, "gzip"),
            new Refused(START + HOST + "Content-Length: 1001\r\n\r\n", 413, "1000 bytes"),
            new Refused(CHUNKED + "3e9\r\n" + "a".repeat(1001) + "\r\n0\r\n\r\n", 413, "1000 bytes"),
            new Refused(CHUNKED + "g\r\n", 400, "body, byte 1"),
            new Refused(CHUNKED + "2\r\nabc", 400, "body, byte 6"),
            new Refused(CHUNKED + "2;" + "x".repeat(5000), 400, "4096 bytes"),
            new Refused(CHUNKED + "0\r\nA : b\r\n\r\n", 400, "body, byte 5"),
            new Refused("CONNECT a:80 HTTP/1.1\r\n" + HOST + "\r\n", 405, "CONNECT"),
            new Refused("TRACE / HTTP/1.1\r\n" + HOST + "\r\n", 405, "TRACE"));

    @TempDir
    private Path directory;

    private record Refused(String request, int status, String reason) {

        @Override
        public String toString() {
            return Printable.ofLatin1(request);
        }
    }

    @Test
    void getsItsStatusAndItsReasonThenTheEnd() throws IOException {
        try (TestServer server = TestServer.in(directory, TestServer.requests(LIMITS))) {
            assertAll(REFUSED.stream().map(refused -> answeredAsItShould(server, refused)));
        }
    }

    private static Executable answeredAsItShould(TestServer server, Refused refused) {
        return () -> {
            String answer = Wire.exchange(server.httpPort(), refused.request());
            assertThat(answer)
                    .as(refused.toString())
                    .startsWith("HTTP/1.1 " + refused.status() + " ")
                    .contains("\r\nConnection: close\r\n")
                    .contains(refused.reason());
            assertThat(answer).as(refused.toString()).containsOnlyOnce("HTTP/1.1 " + refused.status() + " ");
            String[] parts = answer.split("\r\n\r\n", 2);
            assertThat(parts[0]).contains("Content-Length: " + parts[1].length());
            assertThat(parts[1]).matches("[ -~]+\n");
        };
    }

    @Test
    void isShownWithTheBytesThatCame() throws IOException {
        try (TestServer server = TestServer.in(
                directory,
                options -> TestServer.format(LogFormat.JSON)
                        .apply(TestServer.requests(LIMITS).apply(options)))) {
            for (Refused refused : REFUSED) {
                Wire.exchange(server.httpPort(), refused.request());
            }
            List<Map<String, String>> records = server.journal()
                    .lines()
                    .map(Json::fields)
                    .filter(fields -> !fields.get("kind").equals("after-end"))
                    .sorted(Comparator.comparing(fields -> Integer.valueOf(fields.get("connection"))))
                    .toList();

            assertThat(records).hasSameSizeAs(REFUSED);
            assertAll(IntStream.range(0, REFUSED.size()).mapToObj(i -> () -> shows(records.get(i), REFUSED.get(i))));
        }
    }

    private static void shows(Map<String, String> record, Refused refused) {
        String received = new String(Base64.getDecoder().decode(record.get("head")), ISO_8859_1);
        assertThat(received).as(refused.toString()).isNotEmpty();
        assertThat(refused.request()).contains(received);
        assertThat(record).as(refused.toString()).containsEntry("kind", "rejected");
        assertThat(record).as(refused.toString()).containsEntry("status", String.valueOf(refused.status()));
        assertThat(record.get("where") + ": " + record.get("found") + " " + record.get("expected"))
                .contains(refused.reason());
    }

    @Test
    void takesNoNumber() throws IOException {
        try (TestServer server = TestServer.in(directory, TestServer.requests(LIMITS))) {
            for (Refused refused : REFUSED) {
                Wire.exchange(server.httpPort(), refused.request());
            }
            assertThat(Wire.exchange(server.httpPort(), "GET / HTTP/1.0\r\n\r\n"))
                    .endsWith("Hello #0 from Hellowire!\n");
        }
    }

    @Test
    void doesNotTakeTheAnswersBeforeItAway() throws IOException {
        try (TestServer server = TestServer.in(directory)) {
            String good = START + HOST + "\r\n";
            String answers = Wire.exchange(server.httpPort(), good + good + "GET\r\n" + good);

            assertThat(answers).containsSubsequence("Hello #0 ", "Hello #1 ", "HTTP/1.1 400 ");
            assertThat(answers).doesNotContain("Hello #2 ");
        }
    }

    @Test
    void theAnswerArrivesThoughMuchMoreIsBeingSent() throws IOException {
        try (TestServer server = TestServer.in(directory);
                Wire wire = Wire.to(server.httpPort())) {
            wire.send(START + HOST + "Content-Length: 20000000\r\n\r\n");
            wire.send("a".repeat(2_000_000));

            assertThat(wire.readUntil("\n\r\n")).startsWith("HTTP/1.1 413 ");
        }
    }
}
