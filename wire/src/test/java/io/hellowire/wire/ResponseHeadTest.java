package io.hellowire.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseHeadTest {

    private static final String OK = "HTTP/1.1 200 OK\r\n";

    @Test
    void keepsAllAsReceived() throws MalformedMessageException {
        ResponseHead head = read("HTTP/1.1 404  Not\tFound \u00e9\r\nserver:  x \r\n\r\n");

        assertThat(head.version()).isEqualTo("HTTP/1.1");
        assertThat(head.status()).isEqualTo(404);
        assertThat(head.reason()).isEqualTo(" Not\tFound \u00e9");
        assertThat(head.statusLine()).isEqualTo("HTTP/1.1 404  Not\tFound \u00e9");
        assertThat(head.fields()).containsExactly(new FieldLine("server", "x", "server:  x "));
        assertThat(head.oddities()).isEmpty();
    }

    @Test
    void anEmptyReasonIsFine() throws MalformedMessageException {
        ResponseHead head = read("HTTP/1.1 200 \r\na: b\r\n\r\n");

        assertThat(head.reason()).isEmpty();
        assertThat(head.oddities()).isEmpty();
    }

    @ParameterizedTest(name = "in pieces of {0} bytes")
    @ValueSource(ints = {1, 2, 3, 7})
    void takesTheAnswerOfMicroPythonsExampleServer(int pieceSize) throws MalformedMessageException {
        HeadReader<ResponseHead> reader = HeadReader.ofResponses(HeadLimits.DEFAULT);
        try (Received received = new Received("HTTP/1.0 200 OK\n\nHello #0", pieceSize)) {
            ResponseHead head = Objects.requireNonNull(received.read(reader::read));

            assertThat(head.oddities()).isEqualTo(Set.of(Oddity.BARE_LF, Oddity.NO_FIELDS));
            assertThat(head.framing("GET")).isEqualTo(BodyFraming.UNTIL_CLOSE);
            assertThat(received.rest()).isEqualTo("Hello #0");
        }
    }

    @Test
    void aFoldIsOneSpaceInTheValueAndKeptInTheLine() throws MalformedMessageException {
        ResponseHead head = read(OK + "A: b \r\n\t c\n  d\r\nE:\r\n f\r\n\r\n");

        assertThat(head.fields())
                .containsExactly(
                        new FieldLine("A", "b c d", "A: b \r\n\t c\n  d"), new FieldLine("E", "f", "E:\r\n f"));
        assertThat(head.oddities()).isEqualTo(Set.of(Oddity.FOLDED_FIELD, Oddity.BARE_LF));
    }

    @Test
    void aSpaceBeforeTheColonIsNotPartOfTheName() throws MalformedMessageException {
        ResponseHead head = read(OK + "Server \t: x\r\n\r\n");

        assertThat(head.first("Server")).isEqualTo("x");
        assertThat(head.oddities()).isEqualTo(Set.of(Oddity.SPACE_BEFORE_COLON));
    }

    @Test
    void aStatusCodeMayEndTheLine() throws MalformedMessageException {
        ResponseHead head = read("HTTP/1.0 200\r\na: b\r\n\r\n");

        assertThat(head.reason()).isEmpty();
        assertThat(head.statusLine()).isEqualTo("HTTP/1.0 200");
        assertThat(head.oddities()).isEqualTo(Set.of(Oddity.NO_SPACE_AFTER_STATUS));
    }

    @Test
    void controlCharactersAreReadAndFlagged() throws MalformedMessageException {
        ResponseHead head = read("HTTP/1.1 200 \u001b[1m\r\na: \u0007b\u007f\r\n\r\n");

        assertThat(head.reason()).isEqualTo("\u001b[1m");
        assertThat(head.first("a")).isEqualTo("\u0007b\u007f");
        assertThat(head.oddities()).isEqualTo(Set.of(Oddity.CONTROL_IN_VALUE));
    }

    @Test
    void emptyLinesBeforeItAreFlagged() throws MalformedMessageException {
        assertThat(read("\r\n" + OK + "a: b\r\n\r\n").oddities()).isEqualTo(Set.of(Oddity.LEADING_EMPTY_LINE));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, 200, '', UntilClose[]",
        "GET, 200, 'Content-Length: 5', Length[bytes=5]",
        "GET, 200, 'Content-Length: 5, 5', Length[bytes=5]",
        "GET, 200, 'Transfer-Encoding: chunked', Chunked[]",
        "GET, 200, 'Transfer-Encoding: gzip, Chunked', Chunked[]",
        "GET, 200, 'Transfer-Encoding: chunked, gzip', UntilClose[]",
        "GET, 200, 'Transfer-Encoding: gzip', UntilClose[]",
        "HEAD, 200, 'Content-Length: 5', None[]",
        "HEAD, 200, 'Content-Length: x', None[]",
        "GET, 304, 'Content-Length: 5', None[]",
        "GET, 204, 'Transfer-Encoding: chunked', None[]",
        "GET, 103, '', None[]",
        "CONNECT, 200, '', None[]",
        "CONNECT, 403, 'Content-Length: 5', Length[bytes=5]"
    })
    void theBodyEndsAsTheStandardSays(String method, int status, String field, String framing)
            throws MalformedMessageException {
        ResponseHead head = read("HTTP/1.1 " + status + " x\r\n" + (field + "\r\n").stripLeading() + "\r\n");

        assertThat(head.framing(method)).hasToString(framing);
    }

    @Test
    void theCodingWinsOverALength() throws MalformedMessageException {
        ResponseHead head = read(OK + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n");

        assertThat(head.framing("GET")).isEqualTo(BodyFraming.CHUNKED);
        assertThat(head.oddities()).isEqualTo(Set.of(Oddity.LENGTH_AND_CODING));
    }

    @Test
    void aLengthTwiceIsFlagged() throws MalformedMessageException {
        ResponseHead head = read(OK + "Content-Length: 5\r\nContent-Length: 05\r\n\r\n");

        assertThat(head.framing("GET")).isEqualTo(new BodyFraming.Length(5));
        assertThat(head.oddities()).isEqualTo(Set.of(Oddity.REPEATED_LENGTH));
    }

    @Test
    void codingInHttp10EndsTheConnection() throws MalformedMessageException {
        ResponseHead head = read("HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n");

        assertThat(head.oddities()).isEqualTo(Set.of(Oddity.CHUNKED_IN_HTTP_1_0));
        assertThat(head.isPersistent()).isFalse();
    }

    static final List<String[]> WITHOUT_A_BODY_TO_FIND = List.of(
            new String[] {"Content-Length: 5\r\nContent-Length: 6", "REPEATED_LENGTH"},
            new String[] {"Content-Length: 5, 6", "REPEATED_LENGTH"},
            new String[] {"Content-Length: 5,", "INVALID_LENGTH"},
            new String[] {"Content-Length: -5", "INVALID_LENGTH"},
            new String[] {"Content-Length:", "INVALID_LENGTH"},
            new String[] {"Transfer-Encoding: chunked, chunked", "INVALID_CODING"});

    @ParameterizedTest
    @FieldSource("WITHOUT_A_BODY_TO_FIND")
    void aBodyWhoseEndCannotBeToldIsRefused(String fields, Malformation expected) throws MalformedMessageException {
        ResponseHead head = read(OK + fields + "\r\n\r\n");

        MalformedMessageException refusal =
                catchThrowableOfType(MalformedMessageException.class, () -> head.framing("GET"));
        assertThat(refusal.malformation()).isEqualTo(expected);
        assertThat(refusal.place().line()).isEqualTo(2);
    }

    static final List<String[]> REFUSED = List.of(
            new String[] {"Hello #0 from Hellowire!\n", "NOT_HTTP", "1"},
            new String[] {"SSH-2.0-OpenSSH_9.2\r\n", "NOT_HTTP", "1"},
            new String[] {"ICY 200 OK\r\n", "NOT_HTTP", "1"},
            new String[] {"http/1.1 200 OK\r\n", "NOT_HTTP", "1"},
            new String[] {"HTTPS/1.1 200 OK\r\n", "NOT_HTTP", "1"},
            new String[] {"\u0000", "NOT_HTTP", "1"},
            new String[] {"\u0015\u0003\u0001\u0000\u0002\u0002\u0016", "TLS_IN_RESPONSE", "1"},
            new String[] {"\u0016\u0003\u0003\u0000\u0002\u0002\n", "TLS_IN_RESPONSE", "1"},
            new String[] {"\u0015a\n", "NOT_HTTP", "1"},
            new String[] {"HTTP/2 200\r\n", "UNKNOWN_VERSION", "1"},
            new String[] {"HTTP/1.x 200\r\n", "VERSION_SYNTAX", "1"},
            new String[] {"HTTP/1.1\r\n", "STATUS_LINE", "9"},
            new String[] {"HTTP/1.1 \r\n", "STATUS_LINE", "9"},
            new String[] {"HTTP/1.1 20\r\n", "STATUS_LINE", "9"},
            new String[] {"HTTP/1.1 2000\r\n", "STATUS_LINE", "9"},
            new String[] {"HTTP/1.1 099 x\r\n", "STATUS_LINE", "9"},
            new String[] {"HTTP/1.1  200 OK\r\n", "STATUS_LINE", "9"},
            new String[] {"HTTP/1.1 200OK\r\n", "STATUS_LINE", "13"},
            new String[] {"HTTP/1.1 200 O\u0000K\r\n", "CONTROL_CHARACTER", "15"},
            new String[] {"HTTP/1.1 200 O\rK\r\n", "BARE_CR", "15"});

    @ParameterizedTest
    @FieldSource("REFUSED")
    void whatIsNoStatusLineIsRefused(String text, Malformation expected, int column) {
        assertThat(Stream.of(1, 2, 3, 7, 100).map(size -> refusalOf(text, size)))
                .allSatisfy(refusal -> {
                    assertThat(refusal.malformation()).isEqualTo(expected);
                    assertThat(refusal.place().column()).isEqualTo(column);
                });
    }

    private static MalformedMessageException refusalOf(String text, int pieceSize) {
        HeadReader<ResponseHead> reader = HeadReader.ofResponses(HeadLimits.DEFAULT);
        try (Received received = new Received(text, pieceSize)) {
            return catchThrowableOfType(MalformedMessageException.class, () -> received.read(reader::read));
        }
    }

    private static ResponseHead read(String text) throws MalformedMessageException {
        HeadReader<ResponseHead> reader = HeadReader.ofResponses(HeadLimits.DEFAULT);
        try (Received received = Received.whole(text)) {
            ResponseHead head = Objects.requireNonNull(received.read(reader::read));
            assertThat(new String(head.bytes(), ISO_8859_1)).isEqualTo(text);
            return head;
        }
    }
}
