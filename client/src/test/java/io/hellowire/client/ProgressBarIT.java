package io.hellowire.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bar that {@code -o} draws on a terminal, a real one made by script(1), byte for byte. */
class ProgressBarIT {

    private static final int MEBIBYTE = 1 << 20;
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0} columns")
    @ValueSource(ints = {60, 120})
    void growsToTheWholeWithinTheTerminalsWidth(int columns) throws IOException {
        try (RawServer server = answering(OK + "Content-Length: " + 4 * MEBIBYTE, 4 * MEBIBYTE)) {
            ProgramResult result = onTerminal(columns, "", "-o", file(), server.url("/"));

            assertThat(bars(result.out())).isNotEmpty().allMatch(bar -> bar.length() < columns);
            assertThat(bars(result.out()))
                    .last()
                    .asString()
                    .startsWith("file 100% [==")
                    .contains(" 4/4 MiB ");
            assertThat(result.out()).containsPattern("MiB/s\r\n\r\n.*GET http://");
            assertThat(folder.resolve("file")).hasSize(4 * MEBIBYTE);
        }
    }

    @Test
    void showsWhatCameWhereNobodyKnowsTheWhole() throws IOException {
        try (RawServer server = answering(OK, 3 * MEBIBYTE)) {
            ProgramResult result = onTerminal(80, "", "-o", file(), server.url("/"));

            assertThat(bars(result.out()))
                    .last()
                    .asString()
                    .startsWith("file  ? % [")
                    .contains(" 3/? MiB ");
        }
    }

    @Test
    void beginsWhereAnEarlierRunStopped() throws IOException {
        Files.write(folder.resolve("file"), new byte[3 * MEBIBYTE]);
        String part = "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 3145728-4194303/4194304\r\n"
                + "Content-Length: 1048576";
        try (RawServer server = answering(part, MEBIBYTE)) {
            ProgramResult result = onTerminal(80, "", "-C", "-", "-o", file(), server.url("/"));

            assertThat(bars(result.out()))
                    .last()
                    .asString()
                    .startsWith("file 100% [==")
                    .contains(" 4/4 MiB ");
            assertThat(folder.resolve("file")).hasSize(4 * MEBIBYTE);
        }
    }

    @Test
    void fitsTheTerminalWhereTheReportGoesToAFile() throws IOException {
        try (RawServer server = answering(OK + "Content-Length: " + MEBIBYTE, MEBIBYTE)) {
            ProgramResult result = onTerminal(50, " > /dev/null", "-o", file(), server.url("/"));

            assertThat(bars(result.out())).isNotEmpty().allMatch(bar -> bar.length() < 50);
        }
    }

    @Test
    void isPlainTextWhereNobodyWantsColour() throws IOException {
        try (RawServer server = answering(OK + "Content-Length: " + MEBIBYTE, MEBIBYTE)) {
            ProgramResult result = onTerminal(80, "", "--color", "never", "-o", file(), server.url("/"));

            assertThat(bars(result.out())).isNotEmpty();
            assertThat(result.out()).doesNotContain("\u001b");
        }
    }

    @Test
    void isForTerminalsOnly() throws IOException {
        try (RawServer server = answering(OK + "Content-Length: " + MEBIBYTE, MEBIBYTE)) {
            ProgramResult result = Program.java(client()).run("--report=text", "-o", file(), server.url("/"));

            assertThat(result.exitCode()).isZero();
            assertThat(result.err()).isEmpty();
            assertThat(result.out()).doesNotContain("MiB/s");
        }
    }

    private String file() {
        return folder.resolve("file").toString();
    }

    /** What was drawn after each carriage return that did not end a line. */
    private static List<String> bars(String printed) {
        return Stream.of(printed.split("\r(?!\n)", -1))
                .skip(1)
                .map(bar -> bar.lines().findFirst().orElse(""))
                .toList();
    }

    private static ProgramResult onTerminal(int columns, String redirection, String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String command = "stty cols " + columns + " && exec " + java + " " + String.join(" ", client()) + " "
                + String.join(" ", arguments) + redirection;
        return Program.named("script").run(new byte[0], Map.of("TERM", "xterm"), "-qec", command, "/dev/null");
    }

    private static String[] client() {
        return new String[] {"-cp", System.getProperty("java.class.path"), "io.hellowire.client.cli.Main"};
    }

    private static RawServer answering(String head, int bytes) throws IOException {
        return RawServer.running((socket, in, out) -> {
            out.write((head.strip() + "\r\n\r\n").getBytes(ISO_8859_1));
            out.write(new byte[bytes]);
        });
    }
}
