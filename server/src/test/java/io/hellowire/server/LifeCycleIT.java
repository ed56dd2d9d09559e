package io.hellowire.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifeCycleIT {

    /** What came of the load when no request was answered any more. */
    private static final Pattern AFTER_END =
            Pattern.compile("(?m)^----- (?:Turned away -- .* -- the server is stopping .*\n"
                    + "|(?:After the end|Rejected 503) -- .*Z\n(?:(?!-----).*\n)*----- (?:odd: |head, after ).*\n\n)");

    private static final Pattern TITLE =
            Pattern.compile("(?m)^----- Request (\\d+) -- .*Z\nGET / HTTP/1.1\nHost: a\n\n");

    @TempDir
    private Path directory;

    @Test
    void saysInAFewLinesWhatToType() {
        try (ServerProgram server = ServerProgram.in(directory)) {
            assertThat(server.err().lines()).hasSizeLessThanOrEqualTo(8);
            assertThat(server.err())
                    .containsPattern("Listening, connect your browser to http://[0-9.]+:" + server.httpPort() + "/\n")
                    .containsPattern("Listening, connect your browser to https://[0-9.]+:" + server.httpsPort() + "/\n")
                    .contains(directory.resolve("hellowire.pem") + ", SHA-256 ")
                    .contains("\nready http=" + server.httpPort() + " https=" + server.httpsPort() + " pid=");
        }
    }

    @ParameterizedTest
    @CsvSource({"http,1,10s", "http,16,10s", "https,1,10s", "https,16,10s", "http,16,1ms", "https,16,1ms"})
    void losesAndRepeatsNoNumberWhenItIsStoppedUnderLoad(String scheme, int atATime, String drainTime)
            throws IOException, InterruptedException {
        Path journal = directory.resolve("journal");
        try (ServerProgram server =
                ServerProgram.in(directory, "--log-file", journal.toString(), "--drain-time", drainTime)) {
            Load load = scheme.equals("https")
                    ? Load.behindTls(server.httpsPort(), 8, atATime)
                    : Load.on(server.httpPort(), 8, atATime);
            server.signal("TERM");
            List<Long> seen = load.numbers();
            ProgramResult end = server.await();

            assertThat(end.exitCode()).as(end.err()).isZero();
            String text = Files.readString(journal);
            List<Long> shown = TITLE.matcher(text)
                    .results()
                    .map(title -> Long.valueOf(title.group(1)))
                    .sorted()
                    .toList();
            assertThat(seen).isEqualTo(LongStream.range(0, seen.size()).boxed().toList());
            assertThat(shown).isEqualTo(seen);
            String rest = TITLE.matcher(AFTER_END.matcher(text).replaceAll("")).replaceAll("");
            assertThat(rest).as("what is part of no whole record").isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"TERM", "INT"})
    void endsWellOnASignal(String signal) throws IOException {
        try (ServerProgram server = ServerProgram.in(directory)) {
            Wire.exchange(server.httpPort(), "GET / HTTP/1.0\r\n\r\n");
            server.signal(signal);
            ProgramResult end = server.await();
            assertThat(end.exitCode()).isZero();
            assertThat(end.out()).startsWith("----- Request 0 -- ").endsWith("\nGET / HTTP/1.0\n\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"TERM,143", "INT,130"})
    void endsAtOnceOnASecondSignal(String signal, int exitCode) throws IOException {
        try (ServerProgram server = ServerProgram.in(directory, "--drain-time", "60s");
                Wire unfinished = Wire.to(server.httpPort())) {
            unfinished.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
            unfinished.readUntil("100 Continue\r\n\r\n");
            server.signal(signal);
            awaitRefusal(server.httpPort());
            server.signal(signal);
            assertThat(unfinished.readToEnd()).startsWith("HTTP/1.1 503 ").contains("the server's end");
            ProgramResult end = server.await();
            assertThat(end.exitCode()).isEqualTo(exitCode);
            assertThat(end.out())
                    .contains(
                            "----- Rejected 503 -- ",
                            "\nExpect: 100-continue\n",
                            "body, 0 of 5 bytes: the server's end");
        }
    }

    @Test
    void refusesWhatIsHalfDoneWhenItsTimeIsOver() throws IOException {
        Path raw = directory.resolve("raw");
        try (ServerProgram server = ServerProgram.in(directory, "--drain-time", "200ms", "--raw-dir", raw.toString());
                Wire body = Wire.to(server.httpPort());
                Wire head = Wire.to(server.httpPort())) {
            body.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
            body.readUntil("100 Continue\r\n\r\n");
            body.send("he");
            head.send("GET / HTTP/1.1\r\nHost: a\r\n\r\nGET /half");
            head.readUntil("Hellowire!\n");
            server.signal("TERM");
            assertThat(body.readToEnd()).startsWith("HTTP/1.1 503 ");
            assertThat(head.readToEnd()).startsWith("HTTP/1.1 503 ");
            ProgramResult end = server.await();
            assertThat(end.exitCode()).isZero();
            assertThat(end.out()).contains("\nGET /half", "body, 2 of 5 bytes: the server's end");
            assertThat(raw.resolve("rejected-1-1.req")).content().endsWith("\r\n\r\nhe");
        }
    }

    private static void awaitRefusal(int port) {
        long end = System.nanoTime() + 60_000_000_000L;
        boolean refused = false;
        while (!refused) {
            assertThat(System.nanoTime()).as("still listening after a minute").isLessThan(end);
            try {
                Wire.to(port).close();
            } catch (IOException e) {
                refused = true;
            }
        }
    }

    @Test
    void finishesWhatIsInFlight() throws IOException {
        try (ServerProgram server = ServerProgram.in(directory);
                Wire wire = Wire.to(server.httpPort())) {
            wire.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
            wire.readUntil("100 Continue\r\n\r\n");
            server.signal("TERM");
            awaitRefusal(server.httpPort());
            wire.send("hello");
            assertThat(wire.readToEnd()).contains("\r\nConnection: close\r\n").endsWith("Hello #0 from Hellowire!\n");
            assertThat(server.await().exitCode()).isZero();
        }
    }

    @Test
    void aTakenPortIsOneLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = Integer.toString(taken.getLocalPort());
            ProgramResult result = ServerProgram.run(directory, Map.of(), "--http-port", port);
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.err())
                    .hasLineCount(1)
                    .contains("http port " + port + ": taken by another program")
                    .contains("(expected: ");
        }
    }

    @Test
    void aFileThatIsNoCertificateIsOneLine() throws IOException {
        Path file = Files.writeString(directory.resolve("nonsense.pem"), "nonsense");
        ProgramResult result = ServerProgram.run(directory, Map.of(), "--cert", file.toString());
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).hasLineCount(1).contains("nonsense.pem: ").contains("(expected: ");
    }

    @Test
    void anOptionThatCannotBeIsExitCode2() {
        ProgramResult result = ServerProgram.run(directory, Map.of(), "--max-connections", "0");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("connections: 0 (expected: more than zero)");
    }

    @Test
    void listensOnAUnixSocket() {
        Path socket = directory.resolve("socket");
        try (ServerProgram server = ServerProgram.in(directory, "--unix-socket", socket.toString())) {
            String greeting = Program.named("curl")
                    .succeed("-s", "--unix-socket", socket.toString(), "http://localhost/")
                    .out();
            assertThat(greeting).isEqualTo("Hello #0 from Hellowire!\n");
            server.signal("TERM");
            assertThat(server.await().out()).contains("----- Request 0 -- unix -- http -- connection 1");
            assertThat(socket).doesNotExist();
        }
    }

    @Test
    void tellsTheHealthCheckThatItIsWell() {
        try (ServerProgram server = ServerProgram.in(directory)) {
            String http = Integer.toString(server.httpPort());
            String https = Integer.toString(server.httpsPort());
            assertThat(healthCheck("--http-port", http)).isZero();
            assertThat(healthCheck("--no-http", "--https-port", https)).isZero();
            server.signal("TERM");
            server.await();
            assertThat(healthCheck("--http-port", http)).isEqualTo(1);
        }
    }

    private int healthCheck(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "healthcheck";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return ServerProgram.run(directory, Map.of(), all).exitCode();
    }

    @Test
    void keepsEachRequestAsAFile() throws IOException {
        Path raw = directory.resolve("raw");
        String request = "POST / HTTP/1.0\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\nT: x\r\n\r\n";
        try (ServerProgram server = ServerProgram.in(directory, "--raw-dir", raw.toString())) {
            Wire.exchange(server.httpPort(), request);
            server.signal("TERM");
            server.await();
            assertThat(Files.readString(raw.resolve("0.req"))).isEqualTo(request);
        }
    }

    @Test
    void keepsNoValueThatItIsToHideInAFileEither() throws IOException {
        Path raw = directory.resolve("raw");
        String accepted = "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\nCookie: secret\r\n\r\n"
                + "2\r\nab\r\n0\r\nCookie: secret\r\n\r\n";
        String refused = "GET / HTTP/1.0\r\nbad\rCookie: secret\r\n\r\n";
        try (ServerProgram server =
                ServerProgram.in(directory, "--raw-dir", raw.toString(), "--redact", "cookie,accept")) {
            Wire.exchange(server.httpPort(), accepted);
            Wire.exchange(server.httpPort(), refused);
            server.signal("TERM");
            server.await();
            assertThat(Files.readString(raw.resolve("0.req"))).isEqualTo(accepted.replace("secret", "******"));
            assertThat(Files.readString(raw.resolve("rejected-2-1.req")))
                    .isEqualTo("GET / HTTP/1.0\r\nbad\rCookie: ******\r\n\r\n");
        }
    }

    @Test
    void givesRecordsToLogback() throws IOException {
        try (ServerProgram server = ServerProgram.in(directory, "--journal", "logback", "--log-format", "line")) {
            Wire.exchange(server.httpPort(), "GET / HTTP/1.0\r\n\r\n");
            server.awaitText(" GET / HTTP/1.0");
            server.signal("TERM");
            ProgramResult end = server.await();
            assertThat(end.out()).isEmpty();
            assertThat(end.err()).containsPattern("INFO {2}\\S+Z #0 127.0.0.1:\\d+ http 1/1 200 ");
        }
    }
}
