package io.hellowire.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.capture.reading.CaptureReader;
import io.hellowire.capture.reading.CaptureSummary;
import io.hellowire.certs.issue.CertificateProfile;
import io.hellowire.certs.issue.Names;
import io.hellowire.certs.issue.SelfSigned;
import io.hellowire.client.cli.ClientRun;
import io.hellowire.testkit.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the client captures of its own connections. */
class CaptureIT {

    @TempDir
    Path folder;

    private Path pem;
    private String capture;

    @BeforeEach
    void issueACertificate() throws IOException {
        pem = TlsPeer.pem(
                folder, "server.pem", SelfSigned.issue(CertificateProfile.server(Names.of("localhost", "127.0.0.1"))));
        capture = folder.resolve("capture.pcapng").toString();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"openssl, -tls1_3", "openssl, -tls1_2", "jdk, -tls1_3", "jdk, -tls1_2"})
    void opensWithTheSecretsInside(String library, String version) throws IOException {
        try (TlsPeer peer = TlsPeer.start(pem, version)) {
            ClientRun run = ClientRun.of(
                    "--tls-provider",
                    library,
                    "--cacert",
                    pem.toString(),
                    "--pcap",
                    capture,
                    "--secrets",
                    "embed",
                    peer.url("127.0.0.1") + "captured");
            assertThat(run.exit()).as(run.out()).isZero();
            assertThat(run.err()).contains("capturing to " + capture + ", readable: keep it to yourself");
        }

        assertThat(tshark(capture, "http.request", "http.request.uri")).isEqualTo("/captured\n");
        assertThat(tshark(capture, "tls.segment.data contains \"HTTP/1.0 200 ok\"", "ip.version"))
                .isEqualTo("4\n");
        assertThat(CaptureSummary.of(Path.of(capture)))
                .anyMatch(line -> line.contains("begins: GET /captured HTTP/1.1"));
    }

    @Test
    void staysClosedWithoutSecrets() throws IOException {
        try (TlsPeer peer = TlsPeer.start(pem)) {
            ClientRun.of("--cacert", pem.toString(), "--capture", capture, peer.url("127.0.0.1"));
        }

        assertThat(tshark(capture, "http", "frame.number")).isEmpty();
        assertThat(CaptureSummary.of(Path.of(capture))).anyMatch(line -> line.contains("no secrets: stays closed"));
    }

    @Test
    void obeysTheVariableThatBrowsersAndCurlObey() {
        Path keys = folder.resolve("keys");
        try (TlsPeer peer = TlsPeer.start(pem)) {
            ClientRun.with(
                    Map.of("SSLKEYLOGFILE", keys.toString()), "", "--cacert", pem.toString(), peer.url("127.0.0.1"));
        }

        assertThat(keys).content().contains("CLIENT_HANDSHAKE_TRAFFIC_SECRET ", "SERVER_TRAFFIC_SECRET_0 ");
    }

    @Test
    void saysWhereItCannotWrite() {
        ClientRun run = ClientRun.of("--capture", "/no/such/folder/a.pcapng", "http://127.0.0.1:1/");

        assertThat(run.exit()).isEqualTo(23);
        assertThat(run.err())
                .isEqualTo("hellowire-client: /no/such/folder/a.pcapng: its folder does not exist"
                        + " (expected: a file to write to)\n");
    }

    @Test
    void replacesAnotherFileOnlyIfItIsTold() throws IOException {
        Files.writeString(Path.of(capture), "of an earlier run");
        try (TlsPeer peer = TlsPeer.start(pem)) {
            ClientRun refused = ClientRun.of("--cacert", pem.toString(), "--capture", capture, peer.url("127.0.0.1"));

            assertThat(refused.exit()).isEqualTo(23);
            assertThat(refused.err())
                    .isEqualTo("hellowire-client: " + capture
                            + ": is already there (expected: a new name, or --force to replace it)\n");
            assertThat(Path.of(capture)).hasContent("of an earlier run");

            ClientRun replaced =
                    ClientRun.of("--cacert", pem.toString(), "--force", "--capture", capture, peer.url("127.0.0.1"));

            assertThat(replaced.exit()).as(replaced.err()).isZero();
            long packets = CaptureReader.read(Path.of(capture), 16).totals().packets();
            assertThat(replaced.err()).endsWith("captured " + packets + " packets to " + capture + "\n");
        }
    }

    private static String tshark(String file, String filter, String field) {
        return Program.named("tshark")
                .succeed(
                        "-n",
                        "-r",
                        file,
                        "-o",
                        "tcp.try_heuristic_first:TRUE",
                        "-Y",
                        filter,
                        "-T",
                        "fields",
                        "-e",
                        field)
                .out();
    }
}
