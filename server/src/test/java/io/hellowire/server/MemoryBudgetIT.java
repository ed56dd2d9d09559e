package io.hellowire.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Strangers who make the server hold as much as they can, over all connections together more than it has. */
class MemoryBudgetIT {

    private static final int MUCH_BYTES = 240 * 1024;
    private static final String MUCH = "y".repeat(MUCH_BYTES);
    private static final int A_RECORD = 0x3F00;
    private static final int AS_FOUND_BYTES = 60 * 1024;
    private static final String NO_ROOM = " bytes held for what is not finished (expected: at most ";

    @TempDir
    private Path directory;

    /** What a connection can begin and never finish. */
    enum Unfinished {
        A_HEAD("GET / HTTP/1.1\r\nHost: a\r\nX: " + MUCH, " 503 "),
        A_BODY_AFTER_A_LARGE_HEAD(
                "POST / HTTP/1.1\r\nHost: a\r\nX: " + MUCH + "\r\nContent-Length: 9\r\n\r\n", " 503 "),
        A_BODY_THAT_IS_SHOWN("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9999999\r\n\r\n" + MUCH, " 503 "),
        TRAILERS("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX: " + MUCH, " 503 "),
        A_HANDSHAKE(
                "\26\3\1\77\0\1\0\377\0\3\3" + "h".repeat(A_RECORD - 6)
                        + ("\26\3\1\77\0" + "h".repeat(A_RECORD)).repeat(3),
                " cut off: ");

        private final byte[] bytes;
        private final String record;

        Unfinished(String bytes, String record) {
            this.bytes = bytes.getBytes(ISO_8859_1);
            this.record = record;
        }

        /** So many that all of it would be half as much again as the heap. */
        int connections(int heapMegabytes) {
            return (int) (heapMegabytes * 3L / 2 * 1024 * 1024 / bytes.length);
        }
    }

    static Stream<Arguments> eachOnEachHeap() {
        return Stream.of(Unfinished.values())
                .flatMap(what -> Stream.of(64, 128, 256).map(megabytes -> Arguments.of(what, megabytes)));
    }

    @ParameterizedTest(name = "{0} on {1} MB")
    @MethodSource("eachOnEachHeap")
    void whatIsNotFinishedHasItsBounds(Unfinished what, int megabytes) throws IOException {
        try (ServerProgram server =
                server(megabytes, "--log-file", journal(), "--log-body", "256K", "--head-timeout", "1h")) {
            boolean isTls = what == Unfinished.A_HANDSHAKE;
            int port = isTls ? server.httpsPort() : server.httpPort();
            try (Crowd crowd = Crowd.of(what.connections(megabytes), port, what.bytes)) {
                assertThat(isTls || crowd.isAnswered("\r\n\r\n503 ")).isTrue();
                endsWell(server, crowd);
            }
        }
        assertThat(journalHas(what.record, NO_ROOM)).isTrue();
    }

    /** The attack that showed that limits multiply: it ended this heap within two seconds. */
    @Test
    void aThousandHeadsWithinTheirLimitHaveTheirBounds() throws IOException {
        byte[] head = ("GET / HTTP/1.1\r\nHost: a\r\nX: " + "y".repeat(AS_FOUND_BYTES)).getBytes(ISO_8859_1);
        try (ServerProgram server = server(64, "--quiet");
                Crowd crowd = Crowd.of(1000, server.httpPort(), head)) {
            endsWell(server, crowd);
        }
    }

    @ParameterizedTest(name = "on {0} MB")
    @ValueSource(ints = {64, 128, 256})
    void answersThatNobodyReadsHaveTheirBounds(int megabytes) throws IOException {
        try (ServerProgram server =
                server(megabytes, "--log-file", journal(), "--greeting", "so long that few do: " + "g".repeat(8192))) {
            byte[] requests = "GET / HTTP/1.1\r\nHost:\r\n\r\n".repeat(1000).getBytes(ISO_8859_1);
            try (Crowd crowd = Crowd.of(8 * megabytes, server.httpPort(), requests)) {
                assertThat(Wire.exchange(server.httpPort(), "GET / HTTP/1.0\r\n\r\n"))
                        .as("with %d others, who have left no room in the journal, maybe", crowd.size())
                        .startsWith("HTTP/1.1 ");
                assertThat(end(server).exitCode()).isBetween(0, 1);
            }
        }
        assertThat(journalHas(" cut off: ", "; the peer does not read its answers"))
                .isTrue();
    }

    @ParameterizedTest(name = "on {0} MB")
    @ValueSource(ints = {64, 128, 256})
    void whatIsCapturedHasItsBounds(int megabytes) throws IOException {
        Path file = directory.resolve("a.pcapng");
        try (ServerProgram server = server(megabytes, "--quiet", "--capture", file.toString())) {
            byte[] head = Unfinished.A_HEAD.bytes;
            try (Crowd crowd = Crowd.of(4 * megabytes, server.httpPort(), head)) {
                endsWell(server, crowd);
            }
        }
    }

    @ParameterizedTest(name = "on {0} MB")
    @ValueSource(ints = {64, 128, 256})
    void aJournalThatNobodyReadsHasItsBounds(int megabytes) throws IOException, InterruptedException {
        Path pipe = directory.resolve("pipe");
        Program.named("mkfifo").succeed(pipe.toString());
        Process reader = new ProcessBuilder("cat", pipe.toString()).start(); // its output is not read for now
        String escaped = "GET / HTTP/1.1\r\nHost: a\r\nX: " + "\377".repeat(MUCH_BYTES) + "\r\n\r\n";
        try (ServerProgram server = server(megabytes, "--log-file", pipe.toString(), "--log-format", "json");
                Crowd crowd = Crowd.of(4 * megabytes, server.httpPort(), escaped.getBytes(ISO_8859_1))) {
            Thread drain = new Thread(() -> discard(reader));
            drain.start();
            String err = isServedAndEnds(server, crowd).err();
            assertThat(err.lines().toList())
                    .last()
                    .asString()
                    .matches("(ready .*|hellowire-server: \\d+ records were not written)");
            drain.join();
        } finally {
            reader.destroyForcibly().waitFor();
        }
    }

    private ServerProgram server(int megabytes, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(0, List.of("--log-format", "line", "--drain-time", "1s", "--max-head", "256K"));
        return ServerProgram.withHeap(megabytes, directory, all.toArray(String[]::new));
    }

    private static void discard(Process reader) {
        try {
            reader.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // It is over.
        }
    }

    private static void endsWell(ServerProgram server, Crowd others) throws IOException {
        ProgramResult end = isServedAndEnds(server, others);
        assertThat(end.exitCode()).as(end.err()).isZero();
    }

    /** Somebody else is served meanwhile, and the server ends when it is told to, without a word of a fault. */
    private static ProgramResult isServedAndEnds(ServerProgram server, Crowd others) throws IOException {
        assertThat(Wire.exchange(server.httpPort(), "GET / HTTP/1.0\r\n\r\n"))
                .as("with %d others", others.size())
                .startsWith("HTTP/1.1 200 OK\r\n");
        return end(server);
    }

    private static ProgramResult end(ServerProgram server) {
        server.signal("TERM");
        ProgramResult end = server.await();
        assertThat(end.err()).doesNotContain("Error").doesNotContain("Exception");
        return end;
    }

    /** Whether it has such a line; it may be larger than our own heap. */
    private boolean journalHas(String one, String other) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of(journal()), ISO_8859_1)) {
            return lines.anyMatch(line -> line.contains(one) && line.contains(other));
        }
    }

    private String journal() {
        return directory.resolve("journal").toString();
    }
}
