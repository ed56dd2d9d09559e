package io.hellowire.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hellowire.capture.CaptureFilter;
import io.hellowire.capture.CaptureOptions;
import io.hellowire.capture.CaptureOptions.Secrets;
import io.hellowire.capture.reading.CaptureContents;
import io.hellowire.capture.reading.CaptureReader;
import io.hellowire.capture.reading.CaptureSummary;
import io.hellowire.capture.reading.CapturedConnection.End;
import io.hellowire.server.tls.TlsOptions;
import io.hellowire.server.tls.TlsProvider;
import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server captured, and ended in every way there is. */
class CaptureIT {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"openssl", "jdk"})
    void printsTheDecryptedRequestWhileItRuns(String library) {
        String tshark =
                "tshark -l -n -i - -o tcp.try_heuristic_first:TRUE -Y http.request -T fields -e http.request.uri";
        try (ServerProgram pipe = ServerProgram.into(
                tshark, directory, "--capture", "-", "--secrets", "embed", "--tls-provider", library)) {
            curl("https://127.0.0.1:" + pipe.httpsPort() + "/seen-while-it-runs");

            pipe.awaitText("/seen-while-it-runs\n"); // by tshark
            pipe.awaitText("GET /seen-while-it-runs HTTP/1.1"); // in the journal, which makes room
            assertThat(pipe.isAlive()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TlsProvider.class,
            names = {"OPENSSL", "JDK"})
    void opensAHandshakeThatNeededASecondHello(TlsProvider provider) throws IOException {
        try (TestServer server = TestServer.in(directory, o -> with(provider, o).with(capture()))) {
            // The client guesses a group that the server does not have, and is asked for another.
            Program.named("openssl")
                    .run(
                            "GET /retried HTTP/1.0\r\n\r\n".getBytes(US_ASCII),
                            Map.of(),
                            "s_client",
                            "-quiet",
                            "-groups",
                            "X448:P-256",
                            "-connect",
                            "127.0.0.1:" + server.httpsPort());
        }

        assertThat(tshark()).isEqualTo("/retried\n");
        assertThat(CaptureSummary.of(file())).anyMatch(line -> line.contains("begins: GET /retried "));
    }

    @Test
    void endsTheFileInOrderOnSigterm() throws IOException {
        try (ServerProgram server = ServerProgram.in(directory, "--capture", file().toString(), "--secrets", "embed")) {
            // the server closes first: curl is gone before it hears the answer to its own close_notify, and may reset
            Program.named("curl")
                    .succeed("-sk", "-H", "Connection: close", "https://127.0.0.1:" + server.httpsPort() + "/last");
            server.signal("TERM");
            assertThat(server.await().exitCode()).isZero();
        }

        CaptureContents contents = CaptureReader.read(file(), 1024);
        assertThat(contents.totals().isCutShort()).isFalse();
        assertThat(contents.totals().secrets()).isEqualTo(1);
        assertThat(contents.connections()).extracting(c -> c.end()).containsExactly(End.CLOSED);
        assertThat(infos()).contains("Number of packets:");
    }

    @Test
    void replacesAnotherFileOnlyIfItIsTold() throws IOException {
        Files.writeString(file(), "of an earlier run");
        String[] arguments = {"--http-port", "0", "--https-port", "0", "--capture", file().toString()};

        ProgramResult refused = ServerProgram.run(directory, Map.of(), arguments);

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .endsWith("hellowire-server: " + file()
                        + ": is already there (expected: a new name, or --force to replace it)\n");
        assertThat(file()).hasContent("of an earlier run");
        try (ServerProgram server = ServerProgram.in(directory, "--force", "--capture", file().toString())) {
            server.signal("TERM");
            assertThat(server.await().exitCode()).isZero();
        }
        assertThat(CaptureReader.read(file(), 16).connections()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"--quiet, not shown", "--log-file=/dev/null, to /dev/null", "--verbose, to standard output"})
    void saysAtItsEndHowMuchWentWhere(String flag, String place) throws IOException {
        try (ServerProgram server = ServerProgram.in(directory, flag, "--capture", file().toString())) {
            curl("http://127.0.0.1:" + server.httpPort() + "/one");
            curl("http://127.0.0.1:" + server.httpPort() + "/two");
            server.signal("TERM");
            String err = server.await().err();

            long packets = CaptureReader.read(file(), 16).totals().packets();
            assertThat(packets).isPositive();
            assertThat(err).endsWith("\n2 requests " + place + ", " + packets + " packets to " + file() + "\n");
        }
    }

    @Test
    void leavesEveryWholeBlockReadableOnSigkill() throws IOException {
        try (ServerProgram server = ServerProgram.in(directory, "--capture", file().toString(), "--secrets", "embed")) {
            curl("https://127.0.0.1:" + server.httpsPort() + "/last");
            awaitInCapture("begins: GET /last ");
            server.signal("KILL");
            server.await();
        }

        assertThat(tshark()).isEqualTo("/last\n");
    }

    @Test
    void staysAWholeFileWhenTheDiskIsFullAndGoesOnServing() throws IOException {
        // A process that may write no larger file sees what it would see on a full disk, and needs no disk for it.
        try (ServerProgram server =
                ServerProgram.after("ulimit -f 8", directory, "--capture", file().toString(), "-q")) {
            for (int i = 0; i < 30; i++) {
                curl("http://127.0.0.1:" + server.httpPort() + "/" + i);
            }
            server.awaitText("so it ends here after ");
            curl("http://127.0.0.1:" + server.httpPort() + "/still-there");
        }

        CaptureContents contents = CaptureReader.read(file(), 1024);
        assertThat(contents.totals().isCutShort()).isFalse();
        assertThat(contents.connections()).isNotEmpty();
        assertThat(infos()).contains("Number of packets:");
    }

    @Test
    void leavesTheFileOfAServerThatHasItsPortAlone() throws IOException {
        try (TestServer first = TestServer.in(directory, o -> o.with(capture()))) {
            curl("http://127.0.0.1:" + first.httpPort() + "/kept");
            Listeners same = new Listeners(List.of(), first.httpPort(), null, null, 1024);
            assertThatThrownBy(() -> TestServer.in(directory, o -> at(same, o)))
                    .isInstanceOf(CannotListenException.class);
        }

        assertThat(CaptureSummary.of(file())).anyMatch(line -> line.contains("begins: GET /kept "));
    }

    @Test
    void saysThatAUnixSocketIsNoWire() throws IOException {
        Path socket = directory.resolve("socket");
        try (ServerProgram server =
                ServerProgram.in(directory, "--capture", file().toString(), "--unix-socket", socket.toString())) {
            Program.named("curl").succeed("-s", "--unix-socket", socket.toString(), "http://a/");

            server.awaitText("capture to " + file() + ": connections over a Unix socket are not in it, because they"
                    + " cross no wire (expected: IP addresses)");
        }

        assertThat(CaptureReader.read(file(), 16).connections()).isEmpty();
    }

    private CaptureOptions capture() {
        return new CaptureOptions(file().toString(), false, Secrets.EMBED, null, null, 0, CaptureFilter.EVERYTHING);
    }

    private ServerOptions at(Listeners listeners, ServerOptions o) {
        return new ServerOptions(listeners, o.tls(), o.answers(), o.journal(), o.limits(), o.engine(), capture());
    }

    private static ServerOptions with(TlsProvider provider, ServerOptions options) {
        TlsOptions tls = options.tls();
        return TestServer.tls(new TlsOptions(
                        tls.certificates().get(0), provider, tls.clientAuthorities(), tls.clientAuthentication()))
                .apply(options);
    }

    private Path file() {
        return directory.resolve("capture.pcapng");
    }

    private String infos() {
        return Program.named("capinfos").succeed(file().toString()).out();
    }

    private String tshark() {
        return Tshark.requestsIn(file().toString()).out();
    }

    private void awaitInCapture(String text) throws IOException {
        long end = System.nanoTime() + 60_000_000_000L;
        while (CaptureSummary.of(file()).stream().noneMatch(line -> line.contains(text))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the capture did not show: " + text);
            }
            LockSupport.parkNanos(20_000_000); // the server needs the core, too
        }
    }

    private static void curl(String url) {
        Program.named("curl").succeed("-sk", url);
    }
}
