package io.hellowire.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.testkit.Program;
import io.hellowire.wire.capture.CaptureFilter;
import io.hellowire.wire.capture.CaptureOptions;
import io.hellowire.wire.capture.CaptureOptions.Secrets;
import io.hellowire.wire.capture.reading.CaptureContents;
import io.hellowire.wire.capture.reading.CaptureReader;
import io.hellowire.wire.capture.reading.CaptureSummary;
import io.hellowire.wire.capture.reading.CapturedConnection.End;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server as a program of its own, captured, and ended in every way there is. */
class CaptureIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Pattern READY = Pattern.compile("ready http=(\\d+) https=(\\d+) pid=(\\d+)");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"openssl", "jdk"})
    void printsTheDecryptedRequestWhileItRuns(String library) {
        String command = java("--capture", "-", "--secrets", "embed", "--tls-provider", library)
                + " | tshark -l -n -i - -o tcp.try_heuristic_first:TRUE -Y http.request -T fields -e http.request.uri";
        try (Program.Running pipe = Program.named("bash").start("-c", command)) {
            Matcher ready = awaitReady(pipe);
            curl("https://127.0.0.1:" + ready.group(2) + "/seen-while-it-runs");

            pipe.awaitText("/seen-while-it-runs");

            assertThat(pipe.isAlive()).isTrue();
            assertThat(pipe.err()).as("the journal makes room").contains("GET /seen-while-it-runs HTTP/1.1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"openssl", "jdk"})
    void opensAHandshakeThatNeededASecondHello(String library) throws IOException {
        try (Program.Running server = start("--capture", file(), "--secrets", "embed", "--tls-provider", library)) {
            Matcher ready = awaitReady(server);
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
                            "127.0.0.1:" + ready.group(2));
            server.terminate();
            server.await(SOON);
        }

        assertThat(tshark()).isEqualTo("/retried\n");
        assertThat(CaptureSummary.of(Path.of(file()))).anyMatch(line -> line.contains("begins: GET /retried "));
    }

    @Test
    void endsTheFileInOrderOnSigterm() throws IOException {
        try (Program.Running server = start("--capture", file(), "--secrets", "embed")) {
            Matcher ready = awaitReady(server);
            curl("https://127.0.0.1:" + ready.group(2) + "/last");
            server.terminate();
            assertThat(server.await(SOON).exitCode()).isZero();
        }

        CaptureContents contents = CaptureReader.read(Path.of(file()), 1024);
        assertThat(contents.totals().isCutShort()).isFalse();
        assertThat(contents.totals().secrets()).isEqualTo(1);
        assertThat(contents.connections()).extracting(c -> c.end()).containsExactly(End.CLOSED);
        assertThat(infos()).contains("Number of packets:");
    }

    @Test
    void leavesEveryWholeBlockReadableOnSigkill() throws IOException {
        try (Program.Running server = start("--capture", file(), "--secrets", "embed")) {
            Matcher ready = awaitReady(server);
            curl("https://127.0.0.1:" + ready.group(2) + "/last");
            awaitPackets(10);
            Program.named("kill").succeed("-9", ready.group(3));
            server.await(SOON);
        }

        assertThat(tshark()).isEqualTo("/last\n");
    }

    @Test
    void staysAWholeFileWhenTheDiskIsFullAndGoesOnServing() throws IOException {
        // A process that may write no larger file sees what it would see on a full disk, and needs no disk for it.
        String command = "ulimit -f 8; exec " + java("--capture", file(), "-q");
        try (Program.Running server = Program.named("bash").start("-c", command)) {
            Matcher ready = awaitReady(server);
            for (int i = 0; i < 30; i++) {
                curl("http://127.0.0.1:" + ready.group(1) + "/" + i);
            }
            server.awaitText("so it ends here after about ");
            curl("http://127.0.0.1:" + ready.group(1) + "/still-there");
        }

        CaptureContents contents = CaptureReader.read(Path.of(file()), 1024);
        assertThat(contents.totals().isCutShort()).isFalse();
        assertThat(contents.connections()).isNotEmpty();
        assertThat(infos()).contains("Number of packets:");
    }

    @Test
    void writesAKeyLogWithoutACapture() {
        Path keyLog = directory.resolve("keys");
        try (Program.Running server = start("--keylog", keyLog.toString())) {
            Matcher ready = awaitReady(server);
            curl("https://127.0.0.1:" + ready.group(2) + "/");
            server.terminate();
            server.await(SOON);
        }

        assertThat(keyLog).content().contains("CLIENT_TRAFFIC_SECRET_0 ", "SERVER_HANDSHAKE_TRAFFIC_SECRET ");
    }

    @Test
    void refusesSecretsThatItCannotHave() {
        Program.Result result = Program.java(
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.hellowire.server.cli.Main",
                        "--http-port",
                        "0",
                        "--https-port",
                        "0",
                        "--state-dir",
                        directory.toString(),
                        "--tls-provider",
                        "jdk",
                        "--keylog",
                        directory.resolve("keys").toString())
                .run();

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .contains("TLS secrets: the JDK's TLS engine is closed to us (expected: java -jar, or --add-opens");
        assertThat(directory.resolve("keys")).as("never an empty key log").doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"openssl", "jdk"})
    void provesInOneCommandWhatTlsHides(String library) {
        Program.Result result =
                Program.java(main("prove", "--tls-provider", library)).run();

        assertThat(result.out())
                .contains("\"Hello #\" in HTTP: readable\n")
                .contains("\"Hello #\" in HTTPS: not readable, by TLSv1.3 ")
                .contains("opened with the secrets of this connection: readable\n")
                .endsWith("Proved.\n");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void showsWhatIsInACaptureAndStripsItsSecrets() throws IOException {
        CaptureOptions options =
                new CaptureOptions(file(), false, Secrets.EMBED, null, null, 0, CaptureFilter.EVERYTHING);
        try (TestServer server = TestServer.in(directory, o -> o.with(options))) {
            curl(server.httpsUrl() + "shown");
        }
        String stripped = directory.resolve("stripped.pcapng").toString();

        assertThat(Program.java(main("show", file())).succeed().out())
                .contains("1 connection,", "secrets of 1 connection", "TLSv1.3 TLS_", "connection 1 on the https port")
                .contains("secrets present, begins: GET /shown HTTP/1.1");
        assertThat(Program.java(main("strip", file(), "-o", stripped)).succeed().out())
                .contains("blocks of secrets left out");
        assertThat(Program.java(main("show", stripped)).succeed().out())
                .contains("no secrets: stays closed")
                .doesNotContain("/shown");
        assertThat(Program.java(main("strip", file(), "-o", stripped)).run().err())
                .contains("stripped.pcapng: exists already (expected: a new file)");
    }

    @Test
    void putsNoTapIntoThePipelineUnlessAsked() throws IOException {
        try (Program.Running server = start("-q")) {
            Matcher ready = awaitReady(server);
            curl("https://127.0.0.1:" + ready.group(2) + "/");
            String threads = Program.named("jcmd")
                    .succeed(ready.group(3), "Thread.print")
                    .out();
            String classes = Program.named("jcmd")
                    .succeed(ready.group(3), "GC.class_histogram", "-all")
                    .out();

            assertThat(threads).doesNotContain("hellowire-capture", "hellowire-keylog");
            assertThat(classes).doesNotContain("OutsideTap", "InsideTap", "JdkEngineWatch");
        }
    }

    private Program.Running start(String... options) {
        return Program.named("bash").start("-c", "exec " + java(options));
    }

    private String java(String... options) {
        return javaProgram() + " " + String.join(" ", main(options)) + " --http-port 0 --https-port 0 --state-dir "
                + directory;
    }

    private static String javaProgram() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String[] main(String... arguments) {
        String[] all = new String[arguments.length + 4];
        all[0] = "--add-opens=java.base/sun.security.ssl=ALL-UNNAMED";
        all[1] = "-cp";
        all[2] = System.getProperty("java.class.path");
        all[3] = "io.hellowire.server.cli.Main";
        System.arraycopy(arguments, 0, all, 4, arguments.length);
        return all;
    }

    private String file() {
        return directory.resolve("capture.pcapng").toString();
    }

    private String infos() {
        return Program.named("capinfos").succeed(file()).out();
    }

    private String tshark() {
        return Program.named("tshark")
                .run(
                        "-n",
                        "-r",
                        file(),
                        "-o",
                        "tcp.try_heuristic_first:TRUE",
                        "-Y",
                        "http.request",
                        "-T",
                        "fields",
                        "-e",
                        "http.request.uri")
                .out();
    }

    private void awaitPackets(int count) throws IOException {
        long end = System.nanoTime() + SOON.toNanos();
        while (CaptureReader.read(Path.of(file()), 16).totals().packets() < count) {
            assertThat(System.nanoTime())
                    .as("packets in the file within %s", SOON)
                    .isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static Matcher awaitReady(Program.Running server) {
        server.awaitText("ready http=");
        server.awaitText(" pid=");
        Matcher ready = READY.matcher(server.err());
        assertThat(ready.find()).isTrue();
        return ready;
    }

    private static void curl(String url) {
        Program.named("curl").succeed("-sk", url);
    }
}
