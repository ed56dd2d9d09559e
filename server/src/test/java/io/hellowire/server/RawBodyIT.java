package io.hellowire.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies that are kept as they came, and are longer than the server would like to hold. */
class RawBodyIT {

    private static final String HEAD = "POST / HTTP/1.1\r\nHost: a\r\n";
    private static final String PIECE = "0123456789abcde\n".repeat(16 * 1024);
    private static final String CHUNK = "40000\r\n" + PIECE + "\r\n";

    @TempDir
    private Path directory;

    private Path raw;

    @BeforeEach
    void makeAPlaceForThem() throws IOException {
        raw = Files.createDirectory(directory.resolve("raw"));
    }

    @Test
    void areInTheirFilesWhenAllOfThemTogetherAreMoreThanTheHeap() throws IOException {
        String body = PIECE.repeat(39);
        String head = HEAD + "Content-Length: " + body.length() + "\r\n\r\n";
        try (ServerProgram server = server(64)) {
            List<Wire> wires = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                wires.add(Wire.to(server.httpPort()));
                wires.get(i).send(head + body.substring(1)); // all of it is there at a time, but for the last byte
            }
            for (Wire wire : wires) {
                wire.send("\n");
                assertThat(wire.readUntil("Hellowire!\n")).startsWith("HTTP/1.1 200 OK\r\n");
                wire.close();
            }
            end(server);
        }
        assertThat(files()).hasSize(25);
        for (String name : files()) {
            assertThat(Files.readString(raw.resolve(name), ISO_8859_1).equals(head + body.substring(1) + "\n"))
                    .as(name)
                    .isTrue();
        }
    }

    @Test
    void hideInTheirTrailersWhatIsToBeHidden() throws IOException {
        String sent = HEAD + "Transfer-Encoding: chunked\r\nX-Key: one\r\n\r\n" + CHUNK.repeat(3)
                + "0\r\nX-Key: two\r\nOther: three\r\n\r\n";
        try (ServerProgram server = server(64)) {
            try (Wire wire = Wire.to(server.httpPort())) {
                wire.send(sent);
                wire.readUntil("Hellowire!\n");
            }
            end(server);
        }
        String kept = Files.readString(raw.resolve("0.req"), ISO_8859_1);
        assertThat(kept.equals(sent.replace("one", "***").replace("two", "***")))
                .isTrue();
    }

    @Test
    void areKeptAsFarAsTheyCameWhenTheyNeverEndWell() throws IOException {
        String begun = HEAD + "Transfer-Encoding: chunked\r\n\r\n" + CHUNK.repeat(2);
        try (ServerProgram server = server(64)) {
            Wire reset = Wire.to(server.httpPort());
            reset.send(begun);
            reset.reset();
            assertThat(Wire.exchange(server.httpPort(), begun + "nonsense\r\n")).startsWith("HTTP/1.1 400 ");
            assertThat(Wire.exchange(server.httpPort(), begun.replace("POST", "TRACE") + "0\r\n\r\n"))
                    .startsWith("HTTP/1.1 405 ");
            end(server);
        }
        assertThat(files()).contains("rejected-2-1.req", "rejected-3-1.req").noneMatch(name -> name.startsWith("."));
        assertThat(Files.readString(raw.resolve("rejected-2-1.req"), ISO_8859_1)
                        .endsWith(CHUNK.repeat(2) + "nonsense\r\n"))
                .isTrue();
        assertThat(Files.readString(raw.resolve("rejected-3-1.req"), ISO_8859_1)
                        .endsWith(CHUNK.repeat(2) + "0\r\n\r\n"))
                .isTrue();
    }

    @Test
    void ofAProcessThatWasKilledAreRemovedByTheNext() throws IOException {
        Files.writeString(raw.resolve(".unfinished-999999999999-1"), "half");
        Files.writeString(raw.resolve(".unfinished-" + ProcessHandle.current().pid() + "-1"), "of one that lives");
        Files.writeString(raw.resolve(".unfinished-mine"), "of somebody else");
        try (ServerProgram server = server(64)) {
            end(server);
        }
        assertThat(files())
                .containsExactlyInAnyOrder(
                        ".unfinished-" + ProcessHandle.current().pid() + "-1", ".unfinished-mine");
    }

    @Test
    void ofAProcessThatIsKilledAreWholeOrNotThere() throws IOException {
        String sent = HEAD + "Content-Length: 60000\r\n\r\n" + PIECE.substring(0, 60_000);
        try (ServerProgram server = server(64);
                Wire wire = Wire.to(server.httpPort())) {
            Thread reader = new Thread(() -> killAfterSomeAnswers(server, wire));
            reader.start();
            sendUntilClosed(wire, sent);
        }
        List<String> kept =
                files().stream().filter(name -> name.endsWith(".req")).toList();
        assertThat(kept).isNotEmpty();
        for (String name : kept) {
            assertThat(Files.readString(raw.resolve(name), ISO_8859_1).equals(sent))
                    .as(name)
                    .isTrue();
        }
    }

    private static void killAfterSomeAnswers(ServerProgram server, Wire wire) {
        try {
            for (int i = 0; i < 50; i++) {
                wire.readUntil("Hellowire!\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            server.signal("KILL");
        }
    }

    private static void sendUntilClosed(Wire wire, String request) {
        try {
            while (true) {
                wire.send(request);
            }
        } catch (IOException e) {
            // as it should be
        }
    }

    private ServerProgram server(int megabytes) {
        return ServerProgram.withHeap(
                megabytes, directory, "--quiet", "--raw-dir", raw.toString(), "--redact", "X-Key");
    }

    private static void end(ServerProgram server) {
        server.signal("TERM");
        assertThat(server.await().exitCode()).isZero();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(raw)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
