package io.hellowire.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.hellowire.server.journal.LogFormat;
import io.hellowire.testkit.Program;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalIT {

    private static final String REQUEST = "GET /a HTTP/1.1\r\nhOsT:x  \r\nA: \u00e9\\\r\nConnection: close\r\n\r\n";

    @TempDir
    private Path directory;

    @Test
    void showsABlockForEachRequest() throws IOException {
        try (TestServer server = TestServer.in(directory)) {
            String peer;
            try (Wire wire = Wire.to(server.httpPort())) {
                peer = wire.name();
                wire.send(REQUEST);
                wire.readToEnd();
            }
            assertThat(server.journal())
                    .matches("(?s)----- Request 0 -- " + peer + " -- http -- connection 1, request 1 -- "
                            + "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z\n.*")
                    .endsWith("Z\nGET /a HTTP/1.1\nhOsT:x  \nA: \\xE9\\\\\nConnection: close\n\n");
        }
    }

    @Test
    void showsWhatTlsAgreedOn() throws IOException {
        try (TestServer server = TestServer.in(directory)) {
            Program.named("curl").succeed("-sk", "--tlsv1.3", server.httpsUrl());
            assertThat(server.journal()).contains(" -- https TLSv1.3 TLS_AES_");
        }
    }

    @Test
    void showsWhereAndWhyARequestIsRejected() throws IOException {
        try (TestServer server = TestServer.in(directory)) {
            String answer = Wire.exchange(server.httpPort(), "GET / HTTP/1.1\r\nHost : a\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 400 Bad Request\r\n").contains("line 2, byte 5:");
            assertThat(server.journal())
                    .startsWith("----- Rejected 400 -- ")
                    .contains("\nGET / HTTP/1.1\nHost : a\n")
                    .contains("\n----- line 2, byte 5: ")
                    .contains("(expected: the colon right after the field name; RFC 9112 section 5.1)");
        }
    }

    @Test
    void tellsInJsonAllItKnows() throws IOException {
        try (TestServer server = TestServer.in(directory, TestServer.format(LogFormat.JSON))) {
            Wire.exchange(server.httpPort(), REQUEST);
            JsonNode entry = new ObjectMapper().readTree(server.journal());
            assertThat(entry.get("kind").asText()).isEqualTo("request");
            assertThat(entry.get("number").asLong()).isZero();
            assertThat(entry.get("fields").toString())
                    .isEqualTo("[[\"hOsT\",\"x\"],[\"A\",\"\u00e9\\\\\"],[\"Connection\",\"close\"]]");
            assertThat(new String(entry.get("head").binaryValue(), ISO_8859_1)).isEqualTo(REQUEST);
        }
    }

    @Test
    void writesJsonAsTheSchemaSays() throws IOException {
        String journal;
        try (TestServer server = TestServer.in(directory, TestServer.format(LogFormat.JSON))) {
            Wire.exchange(server.httpPort(), REQUEST);
            Wire.exchange(
                    server.httpPort(),
                    "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n"
                            + "Connection: close\r\n\r\n3\r\nabc\r\n0\r\nT: x\r\n\r\n");
            Wire.exchange(server.httpPort(), "nonsense\r\n\r\n");
            Program.named("curl").run("-s", server.httpsUrl());
            Program.named("curl").succeed("-sk", server.httpsUrl());
            journal = server.journal();
        }
        journal += ofAnImpatientServer();
        List<String> lines = journal.lines().toList();
        assertThat(lines).hasSize(7);
        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(schema().validate(line, InputFormat.JSON)).isEmpty());
        assertThat(journal)
                .contains("\"kind\":\"request\"")
                .contains("\"kind\":\"rejected\"")
                .contains("\"kind\":\"lost\"")
                .contains("\"kind\":\"handshake-failed\"");
    }

    /** Apart, since a busy machine may need longer than its patience for anything that is to succeed. */
    private String ofAnImpatientServer() throws IOException {
        UnaryOperator<ServerOptions> impatient = TestServer.timeouts(Duration.ofMillis(200));
        Path own = Files.createDirectory(directory.resolve("impatient"));
        try (TestServer server =
                TestServer.in(own, options -> TestServer.format(LogFormat.JSON).apply(impatient.apply(options)))) {
            Wire.exchange(server.httpPort(), "");
            Wire.exchange(server.httpPort(), "GET / HTTP/1.1\r\nHost:");
            return server.journal();
        }
    }

    @Test
    void writesOneLineForEachRequest() throws IOException {
        try (TestServer server = TestServer.in(directory, TestServer.format(LogFormat.LINE))) {
            Wire.exchange(server.httpPort(), REQUEST);
            assertThat(server.journal())
                    .matches("\\S+Z #0 127\\.0\\.0\\.1:\\d+ http 1/1 200 0B \\d+us GET /a HTTP/1\\.1\n");
        }
    }

    @Test
    void writesApachesCombinedFormat() throws IOException {
        try (TestServer server = TestServer.in(directory, TestServer.format(LogFormat.COMBINED))) {
            Wire.exchange(server.httpPort(), "GET /\"x HTTP/1.0\r\nUser-Agent: a\"b\r\n\r\n");
            assertThat(server.journal())
                    .matches("127\\.0\\.0\\.1 - - \\[\\d\\d/\\w{3}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000] "
                            + "\"GET /\\\\\"x HTTP/1\\.0\" 200 25 \"-\" \"a\\\\\"b\"\n");
        }
    }

    @Test
    void hidesWhatItIsToldToHide() throws IOException {
        for (LogFormat format : LogFormat.values()) {
            Path own = directory.resolve(format.name());
            own.toFile().mkdir();
            try (TestServer server = TestServer.in(own, TestServer.format(format, "user-agent", "cookie"))) {
                Wire.exchange(server.httpPort(), "GET / HTTP/1.0\r\nUser-Agent: secret\r\nCookie: secret\r\n\r\n");
                Wire.exchange(server.httpPort(), "GET / HTTP/1.0\r\nCookie: secret\r\nbad\r\n\r\n");
                Wire.exchange(server.httpPort(), "Cookie: secret\r\n\r\n");
                assertThat(server.journal()).doesNotContain("secret").doesNotContain("c2VjcmV0");
            }
        }
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream in = JournalIT.class.getResourceAsStream("journal/journal.schema.json")) {
            return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(Objects.requireNonNull(in));
        }
    }
}
