package io.hellowire.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hellowire.certs.issue.CertificateProfile;
import io.hellowire.certs.issue.Names;
import io.hellowire.certs.issue.SelfSigned;
import io.hellowire.client.cli.ClientRun;
import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import io.hellowire.testkit.RunningProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineIT {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok";

    private static final Program CLIENT = ClientProgram.with();

    @TempDir
    private Path folder;

    @Test
    void theTutorialsProfileBeginsWithTheTutorialsLines() throws IOException {
        try (RawServer server = RawServer.answering("HTTP/1.0 200 OK\n\nHello #0 from MicroPython!\n")) {
            ClientRun run = ClientRun.of("--profile", "micropython", "http://localhost:" + server.port() + "/");

            assertThat(run.exit()).isZero();
            assertThat(run.out())
                    .startsWith("Address information: [(2, 1, 0, '', ('127.0.0.1', " + server.port() + "))]\n"
                            + "Response:\nHTTP/1.0 200 OK\n\nHello #0 from MicroPython!\n...\n");
            assertThat(server.requests()).containsExactly("GET / HTTP/1.0\r\n\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--bytes=2000", "-I", "--profile=micropython", "--bytes=1"})
    void aLongHeadIsReadToItsEnd(String option) throws IOException {
        String head = "HTTP/1.1 200 OK\r\nA: " + "a".repeat(3000) + "\r\nContent-Length: 5\r\nLast: z\r\n\r\n";
        try (RawServer server = RawServer.answering(option.equals("-I") ? head : head + "hello")) {
            ClientRun shown = ClientRun.of(option, server.url("/"));
            ClientRun json = ClientRun.of(option, "--json", server.url("/"));

            assertThat(shown.exit()).as(shown.out()).isZero();
            assertThat(shown.words()).contains("OK 200, 3 052 head").contains("more bytes (use --bytes all)");
            assertThat(json.out()).contains("\"status\":200").contains("[\"Last\",\"z\"]");
        }
    }

    @Test
    void noMoreBytesArePromisedThanCame() throws IOException {
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\ncut")) {
            ClientRun run = ClientRun.of(server.url("/"));

            assertThat(run.exit()).isEqualTo(18);
            assertThat(run.out()).contains("43 bytes, as received").doesNotContain("more byte");
        }
    }

    @Test
    void aDryRunSendsNothing() throws IOException {
        try (RawServer server = RawServer.answering(OK)) {
            ClientRun run = ClientRun.of("--dry-run", "-H", "A: b", server.url("/"));

            assertThat(run.exit()).isZero();
            assertThat(run.out()).contains("> A: b").contains("nothing was sent");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void theContentGoesToStandardOutputAndTheReportToStandardError() throws IOException {
        try (RawServer server = RawServer.answering(OK)) {
            ClientRun run = ClientRun.of("-o", "-", server.url("/"));

            assertThat(run.out()).isEqualTo("ok");
            assertThat(run.err()).contains("RESPONSE").contains("exit 0");
        }
    }

    @Test
    void aFailureIsOnStandardErrorTooWhenOutputIsNoTerminal() {
        ClientRun run = ClientRun.of("http://127.0.0.1:1/");

        assertThat(run.err()).startsWith("FAILED in connect").contains("exit 7");
    }

    @Test
    void aFailureIsToldOnceWhereBothStreamsMeet() throws IOException {
        ProgramResult run = ClientProgram.runRedirected("2>&1", "http://127.0.0.1:1/");

        assertThat(run.exitCode()).isEqualTo(7);
        assertThat(run.out()).containsOnlyOnce("FAILED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-v", "--json", "--dry-run", "--as=curl", "--help", "--repeat=2"})
    void whatCannotBePrintedIsNotDone(String option) throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/full")), "skipped: this system has no /dev/full");
        try (RawServer server = RawServer.answering(OK)) {
            ProgramResult run = ClientProgram.runRedirected("> /dev/full", option, server.url("/"));

            assertThat(run.exitCode()).as(run.err()).isEqualTo(23);
            assertThat(run.err()).contains("hellowire-client: standard output: cannot be written");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--save-certs", "--keylog"})
    void aFileThatCannotBeWrittenCostsTheExitCode(String option) throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/full")), "skipped: this system has no /dev/full");
        Path pem = TlsPeer.pem(folder, "peer.pem", SelfSigned.issue(CertificateProfile.server(Names.of("127.0.0.1"))));
        try (TlsPeer peer = TlsPeer.start(pem)) {
            assertThat(ClientRun.of("-k", option, "/dev/full", peer.url("127.0.0.1"))
                            .exit())
                    .isEqualTo(23);
        }
    }

    @Test
    void manyAddressesWithOneReasonAreOneReason() {
        String addresses =
                IntStream.rangeClosed(2, 51).mapToObj(i -> "127.0.0." + i).collect(Collectors.joining(","));

        ClientRun run = ClientRun.of("-q", "--resolve", "many.test:1:" + addresses, "http://many.test:1/");

        assertThat(run.exit()).isEqualTo(7);
        assertThat(run.words())
                .contains("127.0.0.2:1, 127.0.0.3:1, 127.0.0.4:1 and 47 more: connection refused")
                .doesNotContain("127.0.0.5");
    }

    @Test
    void aProxyThatRefusesIsNamed() {
        ClientRun run = ClientRun.of("-q", "-x", "http://127.0.0.1:1", "http://127.0.0.1:2/");

        assertThat(run.exit()).isEqualTo(7);
        assertThat(run.words())
                .contains(
                        "FAILED in proxy: the proxy http://127.0.0.1:1 cannot be reached: 127.0.0.1:1: connection refused")
                .contains("is the proxy running")
                .doesNotContain("is the server running");
    }

    @Test
    void aServerThatAcceptsAndClosesIsToldInWords() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread closing = new Thread(() -> acceptAndClose(listener));
            closing.start();
            for (int i = 0; i < 10; i++) {
                ClientRun run = ClientRun.of("http://127.0.0.1:" + listener.getLocalPort() + "/");

                assertThat(run.exit()).as(run.out()).isIn(7, 52, 55, 56);
                assertThat(run.out()).doesNotContain("null");
            }
        }
    }

    private static void acceptAndClose(ServerSocket listener) {
        try {
            for (boolean reset = false; ; reset = !reset) {
                Socket socket = listener.accept();
                socket.setSoLinger(reset, 0);
                socket.close();
            }
        } catch (IOException e) {
            return; // the end of the test closed it
        }
    }

    @Test
    void aJarThatCannotBeWrittenCostsTheExitCodeAndNotTheReport() throws IOException {
        try (RawServer server = RawServer.answering(OK)) {
            ClientRun run = ClientRun.of("-c", "/dev/full", server.url("/"));

            assertThat(run.exit()).as(run.out()).isEqualTo(23);
            assertThat(run.out()).contains("< HTTP/1.1 200 OK").contains("/dev/full: cannot be written");
        }
    }

    @Test
    void manyFetchesHavePercentiles() throws IOException {
        try (RawServer server = RawServer.answering(OK)) {
            ClientRun run = ClientRun.of("--repeat", "5", server.url("/"));

            assertThat(run.exit()).isZero();
            assertThat(run.out()).contains("5 fetches, 0 failed").containsPattern("p50 +p90 +p99");
            assertThat(server.requests()).hasSize(5);
        }
    }

    @Test
    void severalUrlsGiveTheFirstCodeThatIsNotZero() throws IOException {
        try (RawServer server = RawServer.answering(OK)) {
            assertThat(ClientRun.of(server.url("/"), "http://127.0.0.1:1/", "http://[::1")
                            .exit())
                    .isEqualTo(7);
        }
    }

    @Test
    void explanationsAreForThoseWhoAsk() throws IOException {
        try (RawServer server = RawServer.answering(OK)) {
            assertThat(ClientRun.of("--explain", server.url("/")).words()).contains("HTTP is text: a first line");
            assertThat(ClientRun.of(server.url("/")).out()).doesNotContain("HTTP is text");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[2J", "\u0007", "\u009b31m", "\r\u001b]0;title\u0007"})
    void nothingFromTheServerReachesTheTerminalUnescaped(String evil) throws IOException {
        String response =
                "HTTP/1.1 200 " + evil.replace("\r", "") + "\r\nX: " + evil.replace("\r", "") + "\r\n\r\n" + evil;
        try (RawServer server = RawServer.answering(response)) {
            ClientRun run = ClientRun.of(server.url("/"));

            assertThat(run.out().chars().filter(c -> c < ' ' && c != '\n' || c >= 0x7f))
                    .isEmpty();
        }
    }

    @Test
    void numbersAreTheSameInEveryLanguage() throws IOException {
        Program inEgypt = ClientProgram.with("-Duser.language=ar", "-Duser.country=EG");
        try (RawServer server = RawServer.answering(OK)) {
            ProgramResult one = inEgypt.run("--ascii", "--view", "hex", server.url("/"));
            ProgramResult two = inEgypt.run("--ascii", "--repeat", "2", server.url("/"));

            assertThat(one.out()).contains("CONNECT   1  127.0.0.1").matches("\\p{ASCII}+");
            assertThat(two.out()).contains("p99").matches("\\p{ASCII}+");
        }
    }

    @Test
    void unixSocketsAreConnectedTo() throws IOException {
        Path socket = folder.resolve("s");
        String program = "require('http').createServer((q, r) => r.end('over a file'))"
                + ".listen(process.argv[1], () => console.log('ready'))";
        try (RunningProgram node = Program.named("node").start("-e", program, socket.toString())) {
            node.awaitText("ready");

            ClientRun run = ClientRun.of("--unix-socket", socket.toString(), "http://docker/");

            assertThat(run.exit()).as(run.out()).isZero();
            assertThat(run.out()).contains("over a file").contains("> Host: docker");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "INT, 130, interrupted from the keyboard",
        "TERM, 143, terminated by another program",
        "HUP, 129, the terminal was closed"
    })
    void aSignalEndsTheFetchAndNotTheReport(String signal, int exit, String words) throws IOException {
        try (RawServer server = RawServer.running((socket, in, out) -> in.read());
                RunningProgram client = CLIENT.start(server.url("/"), server.url("/never-fetched"))) {
            awaitRequest(server, client);
            client.signal(signal);

            ProgramResult result = client.await(Duration.ofSeconds(20));

            assertThat(result.exitCode()).as(result.toString()).isEqualTo(exit);
            assertThat(result.out())
                    .contains("> GET / HTTP/1.1")
                    .contains("FAILED in internal: " + words)
                    .contains("exit " + exit)
                    .doesNotContain("never-fetched");
        }
    }

    @Test
    void whatCameBeforeTheInterruptIsKept() throws IOException {
        Path file = folder.resolve("part");
        try (RawServer server = RawServer.running((socket, in, out) -> {
                    out.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nseven!!".getBytes());
                    in.read();
                });
                RunningProgram client = CLIENT.start("-o", file.toString(), server.url("/"))) {
            while (client.isAlive() && !(Files.exists(file) && Files.size(file) == 7)) {
                LockSupport.parkNanos(10_000_000);
            }
            client.signal("INT");

            ProgramResult result = client.await(Duration.ofSeconds(20));

            assertThat(result.exitCode()).as(result.toString()).isEqualTo(130);
            assertThat(result.out()).contains("< HTTP/1.1 200 OK").contains("seven!!");
            assertThat(file).hasContent("seven!!");
        }
    }

    private static void awaitRequest(RawServer server, RunningProgram client) {
        while (server.requests().isEmpty() && client.isAlive()) {
            LockSupport.parkNanos(10_000_000);
        }
    }
}
