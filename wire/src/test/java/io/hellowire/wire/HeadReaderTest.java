package io.hellowire.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadReaderTest {

    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

    @Test
    void takesNothingBeyondTheHead() throws MalformedMessageException {
        HeadReader<Http1RequestHead> reader = HeadReader.ofRequests(HeadLimits.DEFAULT);
        try (Received received = Received.whole(REQUEST + "\r\nbody")) {
            assertThat(received.read(reader::read)).isNotNull();
            assertThat(received.rest()).isEqualTo("\r\nbody");
        }
    }

    @Test
    void readsPipelinedHeadsOneByOne() throws MalformedMessageException {
        HeadReader<Http1RequestHead> reader = HeadReader.ofRequests(HeadLimits.DEFAULT);
        try (Received received = Received.whole(REQUEST + REQUEST.replace("/ ", "/2 "))) {
            assertThat(read(received, reader).target()).isEqualTo("/");
            assertThat(read(received, reader).target()).isEqualTo("/2");
        }
    }

    @Test
    void emptyLinesBeforeTheRequestLineAreKeptAndFlagged() throws MalformedMessageException {
        HeadReader<Http1RequestHead> reader = HeadReader.ofRequests(HeadLimits.DEFAULT);
        try (Received received = Received.whole("\r\n\n" + REQUEST)) {
            Http1RequestHead head = read(received, reader);

            assertThat(new String(head.bytes(), ISO_8859_1)).isEqualTo("\r\n\n" + REQUEST);
            assertThat("\r\n\n" + REQUEST).startsWith("\r\n\n" + head.line() + "\r\n");
            assertThat(head.oddities()).containsExactlyInAnyOrder(Oddity.LEADING_EMPTY_LINE, Oddity.BARE_LF);
        }
    }

    @Test
    void anEmptyLineIsNoBeginning() throws MalformedMessageException {
        HeadReader<Http1RequestHead> reader = HeadReader.ofRequests(HeadLimits.DEFAULT);
        try (Received received = Received.whole("\r\n")) {
            assertThat(received.read(reader::read)).isNull();
            assertThat(reader.isInsideHead()).isFalse();
        }
    }

    @Test
    void tellsWhatHasComeOfAHeadThatIsNotComplete() throws MalformedMessageException {
        HeadReader<Http1RequestHead> reader = HeadReader.ofRequests(HeadLimits.DEFAULT);
        try (Received received = new Received("GET / HTTP/1.1\r\nHo", 3)) {
            assertThat(received.read(reader::read)).isNull();
            assertThat(reader.isInsideHead()).isTrue();
            assertThat(new String(reader.received(), ISO_8859_1)).isEqualTo("GET / HTTP/1.1\r\nHo");
        }
    }

    @ParameterizedTest(name = "in pieces of {0} bytes")
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void aHeadAtEveryLimitIsRead(int pieceSize) throws MalformedMessageException {
        String request = "GET / HTTP/1.1\r\nHost: a\r\nb: c\r\n\r\n";
        HeadReader<Http1RequestHead> reader = HeadReader.ofRequests(new HeadLimits(request.length(), 14, 2));
        try (Received received = new Received(request + request, pieceSize)) {
            assertThat(read(received, reader).fieldCount()).isEqualTo(2);
            assertThat(read(received, reader).fieldCount()).isEqualTo(2);
        }
    }

    @ParameterizedTest(name = "in pieces of {0} bytes")
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void aByteOverTheLimitOfTheHeadIsRefused(int pieceSize) {
        refuses(new HeadLimits(REQUEST.length() - 1, 14, 2), pieceSize, Malformation.HEAD_TOO_LONG);
    }

    @ParameterizedTest(name = "in pieces of {0} bytes")
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void aByteOverTheLimitOfTheRequestLineIsRefused(int pieceSize) {
        refuses(new HeadLimits(1000, 13, 2), pieceSize, Malformation.START_LINE_TOO_LONG);
    }

    @ParameterizedTest(name = "in pieces of {0} bytes")
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void aFieldOverTheLimitIsRefused(int pieceSize) {
        try (Received received = new Received("GET / HTTP/1.1\r\nHost: a\r\nb: c\r\n\r\n", pieceSize)) {
            HeadReader<Http1RequestHead> reader = HeadReader.ofRequests(new HeadLimits(1000, 14, 1));
            assertThatThrownBy(() -> received.read(reader::read))
                    .extracting(refusal -> ((MalformedMessageException) refusal).malformation())
                    .isEqualTo(Malformation.TOO_MANY_FIELDS);
        }
    }

    private static void refuses(HeadLimits limits, int pieceSize, Malformation expected) {
        try (Received received = new Received(REQUEST, pieceSize)) {
            HeadReader<Http1RequestHead> reader = HeadReader.ofRequests(limits);
            assertThatThrownBy(() -> received.read(reader::read))
                    .extracting(refusal -> ((MalformedMessageException) refusal).malformation())
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'GET / HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n', TYPED_LINE_END, 14",
        "'GET / HTTP/1.1\\r', TYPED_LINE_END, 14",
        "'GET / HTTP/1.1\\n', TYPED_LINE_END, 14",
        "'GET / HTTP/1.1\r\nHost: a\\r\\n', TYPED_LINE_END, 23",
        "'GET / HTTP/1.1\rHost: a\r\r', BARE_CR, 14",
        "'GET / HTTP/1.1\r', BARE_CR, 14"
    })
    void tellsWhatStandsWhereALineShouldEnd(String sent, Malformation expected, long offset)
            throws MalformedMessageException {
        MalformedMessageException why = missingLineEndAfter(sent);
        assertThat(why.malformation()).isEqualTo(expected);
        assertThat(why.place().offset()).isEqualTo(offset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1", "GET /?file=C:\\root\\name", "GET / HTTP/1.1\r\n", "G", "GET / \\"})
    void aLineThatIsOnlyUnfinishedIsNoFault(String sent) throws MalformedMessageException {
        assertThat(missingLineEndAfter(sent)).isNull();
    }

    private static MalformedMessageException missingLineEndAfter(String sent) throws MalformedMessageException {
        HeadReader<Http1RequestHead> reader = HeadReader.ofRequests(HeadLimits.DEFAULT);
        try (Received received = new Received(sent, 1000)) {
            assertThat(received.read(reader::read)).isNull();
        }
        return reader.missingLineEnd();
    }

    @Test
    void limitsOfNothingMakeNoSense() {
        assertThatThrownBy(() -> new HeadLimits(1, 1, 0)).hasMessage("maxFields: 0 (expected: more than zero)");
    }

    private static Http1RequestHead read(Received received, HeadReader<Http1RequestHead> reader)
            throws MalformedMessageException {
        return Objects.requireNonNull(received.read(reader::read));
    }
}
