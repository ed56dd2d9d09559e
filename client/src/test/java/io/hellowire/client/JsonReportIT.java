package io.hellowire.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.hellowire.certs.issue.CertificateProfile;
import io.hellowire.certs.issue.Names;
import io.hellowire.certs.issue.SelfSigned;
import io.hellowire.client.cli.ClientRun;
import io.hellowire.client.report.JsonReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code --json} prints is what the published schema says, whatever happened. */
class JsonReportIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nSet-Cookie: a\r\nset-cookie: b\r\n\r\nok",
                "HTTP/1.1 103 Hints\r\nA: b\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nT: r\r\n\r\n",
                "HTTP/1.0 200 OK\n\n\u0000\u00ff\u00fe",
                "HTTP/1.1 404 \u001b[31m\r\nX: \u00e9\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Le",
                "hello",
                ""
            })
    void everyAnswerFitsTheSchema(String answer) throws IOException {
        try (RawServer server = RawServer.answering(answer)) {
            valid(ClientRun.of("--json", server.url("/")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1/", "http://nobody.invalid/", "http://[::1", "ftp://x/"})
    void everyFailureFitsTheSchema(String url) throws IOException {
        JsonNode report = valid(ClientRun.of("--json", url));

        assertThat(report.get("ok").asBoolean()).isFalse();
        assertThat(report.get("error").get("exit_code")).isEqualTo(report.get("exit_code"));
    }

    @Test
    void aHandshakeThatFailedStillHasItsChain() throws IOException {
        Path pem = TlsPeer.pem(folder, "self.pem", SelfSigned.issue(CertificateProfile.server(Names.of("other.test"))));
        try (TlsPeer peer = TlsPeer.start(pem)) {
            JsonNode report = valid(ClientRun.of("--json", peer.url("127.0.0.1")));

            JsonNode tls = report.get("hops").get(0).get("tls");
            assertThat(tls.get("chain")).hasSize(1);
            assertThat(tls.get("verify").get("trust").asText()).isEqualTo("failed");
            assertThat(tls.get("verify").get("name").asText()).isEqualTo("failed");
            assertThat(tls.get("chain").get(0).get("sans").get(0).asText()).isEqualTo("DNS:other.test");
        }
    }

    @ParameterizedTest
    @CsvSource({"openssl, -tls1_2", "openssl, -tls1_3", "jdk, -tls1_2", "jdk, -tls1_3"})
    void anAlertIsNamedWhetherItComesInTheHandshakeOrAfterIt(String library, String version) throws IOException {
        Path pem = TlsPeer.pem(folder, "self.pem", SelfSigned.issue(CertificateProfile.server(Names.of("127.0.0.1"))));
        try (TlsPeer peer = TlsPeer.start(pem, "-Verify", "1", "-verify_return_error", version)) {
            JsonNode report = valid(ClientRun.of("--json", "-k", "--tls-provider", library, peer.url("127.0.0.1")));

            assertThat(report.get("exit_code").asInt()).isEqualTo(98);
            assertThat(report.at("/hops/0/tls/alert").asText())
                    .isEqualTo(version.equals("-tls1_3") ? "certificate_required" : "handshake_failure");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.invalid/", "https://example.invalid/"})
    void anAlertOfTheProxyIsItsOwn(String url) throws IOException {
        Path pem = TlsPeer.pem(folder, "self.pem", SelfSigned.issue(CertificateProfile.server(Names.of("127.0.0.1"))));
        try (TlsPeer proxy = TlsPeer.start(pem, "-Verify", "1", "-verify_return_error", "-tls1_3")) {
            JsonNode report = valid(ClientRun.of("--json", "-k", "-x", proxy.url("127.0.0.1"), url));

            assertThat(report.get("exit_code").asInt()).isEqualTo(98);
            assertThat(report.at("/hops/0/proxy/tls/alert").asText()).isEqualTo("certificate_required");
            assertThat(report.at("/hops/0/proxy/tls/chain/0/sans/0").asText()).isEqualTo("IP:127.0.0.1");
            assertThat(report.at("/hops/0/tls").isNull()).isTrue();
        }
    }

    @Test
    void headerFieldsAreOrderedPairsAndNothingIsMerged() throws IOException {
        try (RawServer server =
                RawServer.answering("HTTP/1.1 200 OK\r\nb: 1\r\nA: 2\r\nb: 3\r\nContent-Length: 0\r\n\r\n")) {
            JsonNode headers = valid(ClientRun.of("--json", server.url("/")))
                    .get("hops")
                    .get(0)
                    .get("response")
                    .get("headers");

            assertThat(headers.toString())
                    .isEqualTo("[[\"b\",\"1\"],[\"A\",\"2\"],[\"b\",\"3\"],[\"Content-Length\",\"0\"]]");
        }
    }

    @Test
    void whatDidNotRunIsNull() throws IOException {
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            JsonNode times = valid(ClientRun.of("--json", server.url("/")))
                    .get("hops")
                    .get(0)
                    .get("timing_us");

            assertThat(times.get("dns").isNull()).isTrue();
            assertThat(times.get("tls").isNull()).isTrue();
            assertThat(times.get("proxy").isNull()).isTrue();
        }
    }

    private static JsonNode valid(ClientRun run) throws IOException {
        assertThat(run.out().lines()).as("one object, one line").hasSize(1);
        JsonNode report = MAPPER.readTree(run.out());
        assertThat(schema().validate(report)).as(run.out()).isEmpty();
        assertThat(report.get("exit_code").asInt()).isEqualTo(run.exit());
        return report;
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream in = JsonReport.class.getResourceAsStream("report.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        }
    }
}
