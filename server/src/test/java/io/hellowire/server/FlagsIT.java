package io.hellowire.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What flags of the command line change, seen from outside. */
class FlagsIT {

    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

    @TempDir
    private Path directory;

    @Test
    void countsFromTheFirstNumberThatIsAskedFor() throws IOException {
        try (ServerProgram server = ServerProgram.in(directory, "--first-number=41", "--name=MicroPython")) {
            assertThat(Wire.exchange(server.httpPort(), "GET / HTTP/1.0\r\n\r\n"))
                    .endsWith("\r\n\r\nHello #41 from MicroPython!\n");
        }
    }

    @Test
    void endsAConnectionAfterTheMostRequestsItMayCarry() throws IOException {
        try (ServerProgram server = ServerProgram.in(directory, "--max-requests=2")) {
            String answers = Wire.exchange(server.httpPort(), GET + GET + GET);

            assertThat(answers).contains("Hello #0 ", "Hello #1 ").doesNotContain("Hello #2 ");
            assertThat(answers.indexOf("Connection: close"))
                    .as("said in the second answer")
                    .isGreaterThan(answers.indexOf("Hello #0 "));
        }
    }

    @Test
    void showsAsMuchOfABodyAsIsAskedFor() throws IOException {
        try (ServerProgram server = ServerProgram.in(directory, "--log-body=5")) {
            Wire.exchange(server.httpPort(), "POST / HTTP/1.0\r\nContent-Length: 11\r\n\r\nhello\nworld");

            server.awaitText("----- body: 11 bytes, beginning with: hello\n");
        }
    }

    @Test
    void saysThatACaptureIsReadableHoweverQuietItIs() {
        String file = directory.resolve("a.pcapng").toString();
        try (ServerProgram server = ServerProgram.in(directory, "--quiet", "--capture", file, "--secrets=embed")) {
            assertThat(server.err())
                    .contains("capturing to " + file + ", readable: keep it to yourself\n")
                    .doesNotContain("Listening");
        }
    }

    @Test
    void saysThatACaptureHoldsWhatTheJournalHides() {
        String file = directory.resolve("a.pcapng").toString();
        try (ServerProgram server = ServerProgram.in(directory, "-q", "--capture", file, "--redact=Cookie, X-Key")) {
            assertThat(server.err())
                    .contains("The capture is not redacted: it holds the values of Cookie, X-Key too\n");
        }
        try (ServerProgram server = ServerProgram.in(directory, "-q", "--redact=Cookie")) {
            assertThat(server.err()).doesNotContain("redacted");
        }
    }

    @Test
    void listensForNothingButHttpWithoutHttps() throws IOException {
        try (ServerProgram server = ServerProgram.in(directory, "--no-https")) {
            assertThat(Wire.exchange(server.httpPort(), "GET / HTTP/1.0\r\n\r\n"))
                    .endsWith("Hello #0 from Hellowire!\n");
            assertThat(server.httpsPort()).isEqualTo(ServerProgram.NONE);
            assertThat(directory).as("no certificate was needed").isEmptyDirectory();
        }
    }

    @Test
    void listensForNothingButHttpsWithoutHttp() {
        try (ServerProgram server = ServerProgram.in(directory, "--no-http")) {
            String url = "https://127.0.0.1:" + server.httpsPort() + "/";
            String trusted = directory.resolve("hellowire.pem").toString();

            assertThat(Program.named("curl")
                            .succeed("-sS", "--cacert", trusted, url)
                            .out())
                    .isEqualTo("Hello #0 from Hellowire!\n");
            assertThat(server.httpPort()).isEqualTo(ServerProgram.NONE);
        }
    }

    @Test
    void listensOnEveryHostThatIsNamedAndNoOther() throws IOException {
        try (ServerProgram server = ServerProgram.in(directory, "--no-https", "--host=127.0.0.1", "--host=127.0.0.2")) {
            String port = ":" + server.httpPort() + "/";

            assertThat(fetch("http://127.0.0.1" + port).exitCode()).isZero();
            assertThat(fetch("http://127.0.0.2" + port).exitCode()).isZero();
            assertThat(fetch("http://127.0.0.3" + port).exitCode())
                    .as("not connected")
                    .isEqualTo(7);
        }
    }

    private static ProgramResult fetch(String url) {
        return Program.named("curl").run("-sS", url);
    }
}
