package io.hellowire.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.server.connection.ConnectionLimits;
import io.hellowire.server.exchange.RequestLimits;
import io.hellowire.server.exchange.RequestLimits.RawBodies;
import io.hellowire.server.journal.JournalOptions;
import io.hellowire.server.journal.JournalOptions.HealthChecks;
import io.hellowire.server.journal.JournalOptions.Overflow;
import io.hellowire.server.journal.JournalOptions.RawFolder;
import io.hellowire.server.journal.LogFormat;
import io.hellowire.wire.HeadLimits;
import io.hellowire.wire.text.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Whatever is wrong inside a body, or ends it, the request is shown: its head, its body so far, and its raw file. */
class BrokenBodyIT {

    private static final RequestLimits LIMITS = new RequestLimits(HeadLimits.DEFAULT, 1000, 100, RawBodies.KEPT);
    private static final String POST = "POST /up HTTP/1.1\r\nHost: a\r\nX-Device: 7\r\n";
    private static final String HEAD = POST + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String CHUNKED = HEAD + "5\r\nhello\r\n";

    static final List<Broken> BROKEN = List.of(
            new Broken("a chunk longer than its size", HEAD, CHUNKED + "2\r\nabc"),
            new Broken("a chunk shorter than its size", HEAD, CHUNKED + "6\r\nworld\r\n"),
            new Broken("no size", HEAD, CHUNKED + "world\r\n"),
            new Broken("a size with an end of LF alone", HEAD, CHUNKED + "5\n"),
            new Broken("an extension that is none", HEAD, CHUNKED + "5;=\r\n"),
            new Broken("a line that is too long", HEAD, CHUNKED + "5;" + "x".repeat(5000)),
            new Broken("a wrong trailer", HEAD, CHUNKED + "0\r\nA : b\r\n\r\n"),
            new Broken("no last chunk", HEAD, CHUNKED),
            new Broken("no end of the trailers", HEAD, CHUNKED + "0\r\nA: b\r\n"),
            new Broken("more than is allowed", HEAD, CHUNKED + "3e8\r\n" + "a".repeat(1000)),
            new Broken(
                    "less than its length",
                    POST + "Content-Length: 9\r\n\r\n",
                    POST + "Content-Length: 9\r\n\r\nhello"),
            new Broken(
                    "a method that is not answered",
                    POST.replace("POST", "TRACE") + "Content-Length: 5\r\n\r\n",
                    POST.replace("POST", "TRACE") + "Content-Length: 5\r\n\r\nhello"));

    @TempDir
    private Path directory;

    /** A request whose body ends badly after {@code hello}. */
    record Broken(String what, String head, String sent) {

        @Override
        public String toString() {
            return what;
        }
    }

    @ParameterizedTest
    @FieldSource("BROKEN")
    void blocksShowHeadBodyAndFault(Broken broken) throws IOException {
        String journal = journalOf(broken, LogFormat.BLOCK);
        assertThat(journal)
                .containsSubsequence(
                        "----- Rejected 4", Printable.ofLatin1(broken.head()).split("\\\\r", 2)[0], "X-Device: 7\n");
        assertThat(journal)
                .containsPattern("\n\n----- body: [0-9]+ bytes[:,] (beginning with: )?hello.*\n----- .*\\(expected: ");
    }

    @ParameterizedTest
    @FieldSource("BROKEN")
    void jsonHasHeadBodyAndFault(Broken broken) throws IOException {
        Map<String, String> record = Json.fields(
                journalOf(broken, LogFormat.JSON).lines().findFirst().orElseThrow());
        assertThat(record).containsEntry("kind", "rejected");
        assertThat(text(record.get("head"))).isEqualTo(broken.head());
        assertThat(text(record.get("bodyBeginning"))).startsWith("hello");
        assertThat(Integer.parseInt(record.get("bodyBytes"))).isGreaterThanOrEqualTo(5);
        assertThat(broken.sent()).contains(text(record.getOrDefault("fault", "")));
    }

    @ParameterizedTest
    @EnumSource(
            value = LogFormat.class,
            names = {"LINE", "COMBINED"})
    void aLineNamesTheRequest(LogFormat format) throws IOException {
        for (Broken broken : BROKEN) {
            assertThat(journalOf(broken, format)).as(broken.what()).contains(" /up HTTP/1.1");
        }
    }

    @ParameterizedTest
    @FieldSource("BROKEN")
    void theRawFileHoldsWhatCame(Broken broken) throws IOException {
        journalOf(broken, LogFormat.LINE);
        String raw = Files.readString(directory.resolve("raw").resolve("rejected-1-1.req"), ISO_8859_1);
        assertThat(raw).startsWith(broken.head()).contains("hello");
        assertThat(broken.sent()).startsWith(raw);
    }

    private String journalOf(Broken broken, LogFormat format) throws IOException {
        Files.deleteIfExists(directory.resolve("journal"));
        try (TestServer server = TestServer.in(directory, like(format));
                Wire wire = Wire.to(server.httpPort())) {
            wire.send(broken.sent());
            wire.finish();
            assertThat(wire.readToEnd()).startsWith("HTTP/1.1 4");
            return server.journal();
        }
    }

    private UnaryOperator<ServerOptions> like(LogFormat format) {
        return o -> {
            JournalOptions journal = new JournalOptions(
                    format,
                    o.journal().destination(),
                    Overflow.WAIT,
                    List.of(),
                    new RawFolder(directory.resolve("raw"), null),
                    HealthChecks.HIDDEN);
            ServerOptions.Limits limits = new ServerOptions.Limits(ConnectionLimits.DEFAULT, LIMITS);
            return new ServerOptions(o.listeners(), o.tls(), o.answers(), journal, limits, o.engine());
        };
    }

    private static String text(String base64) {
        return new String(Base64.getDecoder().decode(base64), ISO_8859_1);
    }
}
