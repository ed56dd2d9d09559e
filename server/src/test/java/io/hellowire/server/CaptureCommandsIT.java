package io.hellowire.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.capture.CaptureFilter;
import io.hellowire.capture.CaptureOptions;
import io.hellowire.capture.CaptureOptions.Secrets;
import io.hellowire.server.cli.Main;
import io.hellowire.testkit.Program;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that make a proof of a capture, look into one and clean one. */
class CaptureCommandsIT {

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"openssl", "jdk"})
    void proveInOneStepWhatTlsHides(String library) {
        assertThat(run("prove", "--tls-provider", library)).isZero();

        assertThat(out.toString())
                .contains("\"Hello #\" in HTTP: readable\n")
                .contains("\"Hello #\" in HTTPS: not readable, by TLSv1.3 ")
                .contains("opened with the secrets of this connection: readable\n")
                .endsWith("Proved.\n");
    }

    @Test
    void showWhatIsInACapture() throws IOException {
        assertThat(run("show", capture().toString())).isZero();

        assertThat(out.toString())
                .contains("1 connection,", "secrets of 1 connection", "TLSv1.3 TLS_", "connection 1 on the https port")
                .contains("secrets present, begins: GET /shown HTTP/1.1");
    }

    @Test
    void stripTheSecretsOfACapture() throws IOException {
        String stripped = directory.resolve("stripped.pcapng").toString();

        assertThat(run("strip", capture().toString(), "-o", stripped)).isZero();
        assertThat(run("show", stripped)).isZero();

        assertThat(out.toString())
                .contains("blocks of secrets left out", "no secrets: stays closed")
                .doesNotContain("/shown");
    }

    @Test
    void stripWhatTheSecretsWouldOpen() throws IOException {
        Path file = directory.resolve("plain.pcapng");
        CaptureOptions options =
                new CaptureOptions(file.toString(), true, Secrets.NONE, null, null, 0, CaptureFilter.EVERYTHING);
        Path stripped = directory.resolve("stripped.pcapng");
        capture(options);

        assertThat(run("strip", file.toString(), "-o", stripped.toString())).isZero();

        assertThat(out.toString())
                .matches(Pattern.quote(stripped + ": 0 blocks of secrets and ") + "\\d+ packets from"
                        + " inside TLS left out\n");
        assertThat(Tshark.requestsIn(file.toString()).out()).isEqualTo("/shown\n");
        assertThat(Tshark.requestsIn(stripped.toString()).out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "strip -o copy"})
    void sayInOneLineThatThereIsNoCapture(String command) {
        assertThat(run((command + " " + directory.resolve("none")).split(" "))).isEqualTo(1);

        assertThat(err)
                .hasToString("hellowire-server " + command.split(" ")[0] + ": " + directory.resolve("none")
                        + ": no such file (expected: a " + (command.equals("show") ? "pcapng or pcap" : "pcapng")
                        + " file)\n");
    }

    private Path capture() throws IOException {
        Path file = directory.resolve("capture.pcapng");
        CaptureOptions options =
                new CaptureOptions(file.toString(), false, Secrets.EMBED, null, null, 0, CaptureFilter.EVERYTHING);
        capture(options);
        return file;
    }

    private void capture(CaptureOptions options) throws IOException {
        try (TestServer server = TestServer.in(directory, o -> o.with(options))) {
            Program.named("curl").succeed("-sk", server.httpsUrl() + "shown");
        }
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), Map.of(), arguments);
    }
}
