package io.hellowire.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.server.connection.Surplus;
import io.hellowire.server.journal.LogFormat;
import io.hellowire.server.tls.CertificateSource;
import io.hellowire.server.tls.TlsOptions;
import io.hellowire.server.tls.TlsOptions.ClientAuthentication;
import io.hellowire.server.tls.TlsProvider;
import io.hellowire.wire.text.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that come when no request is taken any more are shown, with the reason why they are none. */
class AfterEndIT {

    private static final String READING = "{\"t\":21.5}";
    private static final String CLOSE = " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";

    static final List<Sent> SENT = List.of(
            new Sent(
                    "POST / HTTP/1.0\r\n\r\n",
                    READING,
                    "a POST without Content-Length has no body (RFC 9112 section 6.3)"),
            new Sent("POST /" + CLOSE + "\r\n", READING, "a POST without Content-Length has no body"),
            new Sent("PUT /" + CLOSE + "\r\n", READING, "a PUT without Content-Length has no body"),
            new Sent(
                    "POST /" + CLOSE + "Content-Length: 3\r\n\r\n{\"t",
                    "\":21.5}",
                    "its Content-Length is 3 (RFC 9112"),
            new Sent(
                    "POST /" + CLOSE + "Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n",
                    READING,
                    "its body ends with its last chunk"),
            new Sent("GET /my file.txt HTTP/1.1\r\n\r\n", "Host: a\r\n\r\n", "what was refused"),
            new Sent(
                    "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n{\r\n",
                    READING + "\r\n0\r\n\r\n",
                    "what was refused"),
            new Sent("TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\n", "what was refused"),
            new Sent("POST /" + CLOSE + "\r\n", "GET /2" + CLOSE + "\r\n", "the connection ends with its answer"),
            new Sent("GET / HTTP/1.1\r\nHost: a\r\n\r\n", "\r\n", "the last request that was answered"));

    @TempDir
    private Path directory;

    /** A request, and what its sender sends after it. */
    record Sent(String request, String more, String why) {

        @Override
        public String toString() {
            return Printable.ofLatin1(request + more);
        }
    }

    @ParameterizedTest
    @FieldSource("SENT")
    void inOneBlowTheyAreShownInEveryFormat(Sent sent) throws IOException {
        for (LogFormat format : LogFormat.values()) {
            assertShown(sent, format, journalOf(TestServer.format(format), sent.request() + sent.more()));
        }
    }

    @ParameterizedTest
    @FieldSource("SENT")
    void whenTheyComeAfterTheAnswerTheyAreShownInEveryFormat(Sent sent) throws IOException {
        for (LogFormat format : LogFormat.values()) {
            assertShown(sent, format, journalOf(TestServer.format(format), sent.request(), sent.more()));
        }
    }

    static Stream<Arguments> eachLibraryAndVersion() {
        return Stream.of(TlsProvider.AUTO, TlsProvider.JDK)
                .flatMap(library -> Stream.of("TLSv1.3", "TLSv1.2").map(version -> Arguments.of(library, version)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("eachLibraryAndVersion")
    void behindTlsTheyAreShownDeciphered(TlsProvider library, String version)
            throws IOException, GeneralSecurityException {
        TlsOptions tls =
                new TlsOptions(CertificateSource.automatic(directory), library, List.of(), ClientAuthentication.NEED);
        for (Sent sent : SENT) {
            Files.deleteIfExists(directory.resolve("journal"));
            try (TestServer server = TestServer.in(directory, TestServer.tls(tls))) {
                try (Wire wire = Wire.toTls(server.httpsPort(), version)) {
                    wire.send(sent.request());
                    wire.readUntil("\r\n\r\n");
                    wire.send(sent.more());
                }
                server.awaitJournal("odd: " + sent.more().length() + " bytes after ");
                assertShown(sent, LogFormat.BLOCK, server.journal());
            }
        }
    }

    private static void assertShown(Sent sent, LogFormat format, String journal) {
        int bytes = sent.more().length();
        if (format == LogFormat.JSON) {
            Map<String, String> record =
                    Json.fields(journal.lines().skip(1).findFirst().orElseThrow());
            assertThat(record).containsEntry("kind", "after-end").containsEntry("bytes", String.valueOf(bytes));
            assertThat(new String(Base64.getDecoder().decode(record.get("beginning")), ISO_8859_1))
                    .isEqualTo(sent.more());
            assertThat(record.get("after")).contains(sent.why());
        } else {
            assertThat(journal).containsOnlyOnce("odd: " + bytes + " bytes after ");
            assertThat(journal).contains(sent.why());
            if (sent.more().startsWith("{")) {
                assertThat(journal).contains(format == LogFormat.COMBINED ? "21.5}" : READING);
            }
        }
    }

    @Test
    void ofMuchOnlyTheBeginningIsShown() throws IOException {
        String journal = journalOf(TestServer.format(LogFormat.BLOCK), "POST / HTTP/1.0\r\n\r\n", "x".repeat(5000));
        assertThat(journal)
                .contains("\n" + "x".repeat(Surplus.MAX_KEPT_BYTES) + "\\\n")
                .contains("odd: 5,000 bytes after the end")
                .contains("; the first 1024 are shown");
    }

    @Test
    void aDeviceThatGoesOnLineByLineIsShownOnce() throws IOException {
        String journal = journalOf(
                TestServer.format(LogFormat.BLOCK), "GET /my file.txt HTTP/1.1\r\n", "Host: a\r\n", "X: 1\r\n", "\r\n");
        assertThat(journal)
                .containsOnlyOnce("----- After the end -- ")
                .contains("\nHost: a\nX: 1\n\n----- odd: 17 bytes after what was refused");
    }

    @Test
    void theRestOfAHiddenValueIsHidden() throws IOException {
        String journal = journalOf(
                TestServer.format(LogFormat.BLOCK, "Cookie"),
                "GET\r\nCookie: sec",
                "ret\r\nCookie: secret\r\nX: 1\r\n");
        assertThat(journal).doesNotContain("ret").contains("X: 1");
    }

    @Test
    void whoSendsNothingMoreGetsNoSuchRecord() throws IOException {
        assertThat(journalOf(TestServer.format(LogFormat.BLOCK), "POST / HTTP/1.0\r\nContent-Length: 2\r\n\r\nab"))
                .doesNotContain("After the end");
    }

    /** Sends the first, and each other one when the answer is there. */
    private String journalOf(UnaryOperator<ServerOptions> options, String first, String... others) throws IOException {
        Files.deleteIfExists(directory.resolve("journal"));
        try (TestServer server = TestServer.in(directory, options);
                Wire wire = Wire.to(server.httpPort())) {
            wire.send(first);
            if (others.length > 0) {
                wire.readUntil("\r\n\r\n");
            }
            for (String other : others) {
                wire.send(other);
            }
            wire.finish();
            wire.readToEnd();
            return server.journal();
        }
    }
}
