package io.hellowire.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {

    private static final HeadLimits LIMITS = new HeadLimits(100, 100, 2);

    @ParameterizedTest(name = "in pieces of {0} bytes")
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void readsALengthAndNoMore(int pieceSize) throws MalformedMessageException {
        BodyReader body = BodyReader.ofRequest(new BodyFraming.Length(10), LIMITS);
        try (Received received = new Received("0123456789next", pieceSize)) {
            assertThat(contentOf(body, received)).isEqualTo("0123456789");
            assertThat(body.isComplete()).isTrue();
            assertThat(body.bytesRead()).isEqualTo(10);
            assertThat(received.rest()).isEqualTo("next");
        }
    }

    @Test
    void noBodyIsCompleteAtOnce() throws MalformedMessageException {
        BodyReader body = BodyReader.ofRequest(BodyFraming.NONE, LIMITS);
        try (Received received = Received.whole("next")) {
            assertThat(body.isComplete()).isTrue();
            assertThat(contentOf(body, received)).isEmpty();
            assertThat(received.rest()).isEqualTo("next");
        }
    }

    @Test
    void aCutLengthSaysHowFarItGot() throws MalformedMessageException {
        BodyReader body = BodyReader.ofResponse(new BodyFraming.Length(10), LIMITS);
        try (Received received = Received.whole("0123456")) {
            contentOf(body, received);

            assertThat(body.endOfInput()).isFalse();
            assertThat(body.progress()).isEqualTo("7 of 10 bytes");
        }
    }

    @Test
    void aBodyUntilTheEndIsCompleteAtTheEnd() throws MalformedMessageException {
        BodyReader body = BodyReader.ofResponse(BodyFraming.UNTIL_CLOSE, LIMITS);
        try (Received received = new Received("Hello #0", 3)) {
            assertThat(contentOf(body, received)).isEqualTo("Hello #0");
            assertThat(body.isComplete()).isFalse();
            assertThat(body.endOfInput()).isTrue();
            assertThat(body.isComplete()).isTrue();
            assertThat(body.progress()).isEqualTo("8 bytes");
        }
    }

    @ParameterizedTest(name = "in pieces of {0} bytes")
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void readsChunksExtensionsAndTrailers(int pieceSize) throws MalformedMessageException {
        BodyReader body = BodyReader.ofRequest(BodyFraming.CHUNKED, LIMITS);
        String sent = "5\r\nHello\r\n00b ; a=\"b\";c\r\n from here!\r\n0;x\r\nA: b \r\nContent-Length: 3\r\n\r\nnext";
        try (Received received = new Received(sent, pieceSize)) {
            assertThat(contentOf(body, received)).isEqualTo("Hello from here!");
            assertThat(body.isComplete()).isTrue();
            assertThat(body.bytesRead()).isEqualTo(16);
            assertThat(body.oddities()).isEmpty();
            assertThat(Objects.requireNonNull(body.trailers()).fields())
                    .containsExactly(
                            new FieldLine("A", "b", "A: b "),
                            new FieldLine("Content-Length", "3", "Content-Length: 3"));
            assertThat(received.rest()).isEqualTo("next");
        }
    }

    @Test
    void withoutTrailerFieldsThereIsNoSection() throws MalformedMessageException {
        BodyReader body = BodyReader.ofRequest(BodyFraming.CHUNKED, LIMITS);
        try (Received received = Received.whole("0\r\n\r\nnext")) {
            assertThat(contentOf(body, received)).isEmpty();
            assertThat(body.isComplete()).isTrue();
            assertThat(body.trailers()).isNull();
            assertThat(received.rest()).isEqualTo("next");
        }
    }

    @Test
    void randomChunksInRandomPiecesGiveTheContent() throws MalformedMessageException {
        long seed = 42;
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            StringBuilder content = new StringBuilder();
            StringBuilder sent = new StringBuilder();
            for (int i = random.nextInt(6); i > 0; i--) {
                String chunk = "\r\n0;\n".repeat(1 + random.nextInt(40)).substring(random.nextInt(5));
                content.append(chunk);
                sent.append(Integer.toHexString(chunk.length()))
                        .append("\r\n")
                        .append(chunk)
                        .append("\r\n");
            }
            BodyReader body = BodyReader.ofRequest(BodyFraming.CHUNKED, LIMITS);
            try (Received received = new Received(sent + "0\r\n\r\n" + "next", 1 + random.nextInt(50))) {
                assertThat(contentOf(body, received))
                        .as("round %d of seed %d", round, seed)
                        .isEqualTo(content.toString());
                assertThat(received.rest()).isEqualTo("next");
            }
        }
    }

    @Test
    void cutChunksSayHowFarTheyGot() throws MalformedMessageException {
        assertThat(progressOf("5\r\nHello\r\n5\r\nHel"))
                .isEqualTo("2 chunks, 8 bytes, 2 bytes missing of the last one");
        assertThat(progressOf("5\r\nHello\r\n")).isEqualTo("1 chunk, 5 bytes, no last chunk");
        assertThat(progressOf("5\r\nHello\r\n0\r\n")).isEqualTo("1 chunk, 5 bytes, no end of the trailers");
    }

    private static String progressOf(String sent) throws MalformedMessageException {
        BodyReader body = BodyReader.ofResponse(BodyFraming.CHUNKED, LIMITS);
        try (Received received = Received.whole(sent)) {
            contentOf(body, received);
            assertThat(body.endOfInput()).isFalse();
            return body.progress();
        }
    }

    static final List<Refused> REFUSED = List.of(
            refused("no size", "\r\n", Malformation.CHUNK_SIZE, 0),
            refused("no hexadecimal size", "x\r\n", Malformation.CHUNK_SIZE, 0),
            refused("a size with 0x", "0x5\r\n", Malformation.CHUNK_SIZE, 1),
            refused("a size with a plus", "+5\r\n", Malformation.CHUNK_SIZE, 0),
            refused("a size with a minus", "-5\r\n", Malformation.CHUNK_SIZE, 0),
            refused("a space before the size", " 5\r\n", Malformation.CHUNK_SIZE, 0),
            refused("a size of 2^63", "8000000000000000\r\n", Malformation.CHUNK_SIZE, 0),
            refused("a size of 2^64", "10000000000000000\r\n", Malformation.CHUNK_SIZE, 0),
            refused("a size in digits that are not ASCII", "\u00b2\r\n", Malformation.CHUNK_SIZE, 0),
            refused("a second word", "5 5\r\n", Malformation.CHUNK_EXTENSION, 2),
            refused("a space after the size", "5 \r\n", Malformation.CHUNK_EXTENSION, 1),
            refused("a NUL in an extension", "5;a\0\r\n", Malformation.CHUNK_EXTENSION, 3),
            refused("an extension without a name", "5;\r\n", Malformation.CHUNK_EXTENSION, 2),
            refused("an extension with blanks for a name", "5; \t\r\n", Malformation.CHUNK_EXTENSION, 4),
            refused("a second extension without a name", "5;a;;b\r\n", Malformation.CHUNK_EXTENSION, 4),
            refused("a value without a name", "5;=a\r\n", Malformation.CHUNK_EXTENSION, 2),
            refused("a name without its value", "5;a=\r\n", Malformation.CHUNK_EXTENSION, 4),
            refused("a delimiter in a name", "5;a[b\r\n", Malformation.CHUNK_EXTENSION, 3),
            refused("a value of two words", "5;a=b c\r\n", Malformation.CHUNK_EXTENSION, 6),
            refused("a quote that does not end", "5;a=\"b\r\n", Malformation.CHUNK_EXTENSION, 4),
            refused("a quote that ends with a backslash", "5;a=\"b\\\"\r\n", Malformation.CHUNK_EXTENSION, 4),
            refused("a space after an extension", "5;a \r\n", Malformation.CHUNK_EXTENSION, 3),
            refused("a CR in an extension", "5;a\rb\r\n", Malformation.CHUNK_EXTENSION, 3),
            refused("a CR after the size", "5\r\r\n", Malformation.CHUNK_SIZE, 1),
            refused("LF alone after the size", "5\nHello\r\n", Malformation.CHUNK_LINE_END, 1),
            refused("LF alone after an extension", "5;a\nHello\r\n", Malformation.CHUNK_LINE_END, 3),
            refused("LF alone after the data", "5\r\nHello\n0\r\n\r\n", Malformation.CHUNK_END, 8),
            refused("more data than said", "5\r\nHello!\r\n", Malformation.CHUNK_END, 8),
            refused("CR alone after the data", "5\r\nHello\r0\r\n", Malformation.CHUNK_END, 9),
            refused("LF alone after the last chunk", "0\n\r\n", Malformation.CHUNK_LINE_END, 1),
            refused(
                    "a line over the limit",
                    "5;" + "a".repeat(ChunkLine.MAX_BYTES),
                    Malformation.CHUNK_LINE_TOO_LONG,
                    ChunkLine.MAX_BYTES),
            refused(
                    "zeros over the limit",
                    "0".repeat(ChunkLine.MAX_BYTES + 1),
                    Malformation.CHUNK_LINE_TOO_LONG,
                    ChunkLine.MAX_BYTES),
            refused(
                    "extensions for nothing",
                    ("1;" + "a".repeat(4000) + "\r\nx\r\n").repeat(9),
                    Malformation.CHUNK_LINE_TOO_LONG,
                    4 * 4007));

    private static Refused refused(String name, String text, Malformation malformation, long offset) {
        return new Refused(name, text, malformation, offset);
    }

    record Refused(String name, String text, Malformation malformation, long offset) {

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @FieldSource("REFUSED")
    void isRefusedWithItsReasonAndPlaceHoweverItArrives(Refused refused) {
        assertThat(List.of(1, 2, 3, 7, 100_000)).allSatisfy(size -> {
            MalformedMessageException refusal =
                    refusalOf(BodyReader.ofRequest(BodyFraming.CHUNKED, LIMITS), refused.text(), size);
            assertThat(refusal.malformation()).isEqualTo(refused.malformation());
            assertThat(refusal.place().offset()).isEqualTo(refused.offset());
            assertThat(refusal.getMessage())
                    .startsWith("body, byte " + (refused.offset() + 1) + ": ")
                    .matches("[ -~]+");
        });
    }

    static final List<Refused> REFUSED_TRAILERS = List.of(
            refused("LF alone in the trailers", "0\r\nA: b\n\r\n", Malformation.CHUNK_LINE_END, 7),
            refused("LF alone at the end", "0\r\nA: b\r\n\n", Malformation.CHUNK_LINE_END, 9),
            refused("a fold in the trailers", "0\r\nA: b\r\n c\r\n\r\n", Malformation.FOLDED_FIELD, 9),
            refused("a space before a colon", "0\r\nA : b\r\n\r\n", Malformation.SPACE_BEFORE_COLON, 4),
            refused("too many trailers", "0\r\n" + "A: b\r\n".repeat(3) + "\r\n", Malformation.TOO_MANY_FIELDS, 15),
            refused("trailers over the limit", "0\r\nA: " + "b".repeat(98), Malformation.HEAD_TOO_LONG, 103));

    @ParameterizedTest
    @FieldSource("REFUSED_TRAILERS")
    void trailersAreAsStrictAsHeads(Refused refused) {
        assertThat(List.of(1, 2, 3, 7, 1000)).allSatisfy(size -> {
            MalformedMessageException refusal =
                    refusalOf(BodyReader.ofRequest(BodyFraming.CHUNKED, LIMITS), refused.text(), size);
            assertThat(refusal.malformation()).isEqualTo(refused.malformation());
            assertThat(refusal.place().offset()).isEqualTo(refused.offset());
        });
    }

    @Test
    void aLineAtTheLimitIsRead() throws MalformedMessageException {
        String extension = ";" + "a".repeat(ChunkLine.MAX_BYTES - 4);
        BodyReader body = BodyReader.ofRequest(BodyFraming.CHUNKED, LIMITS);
        try (Received received = new Received("1" + extension + "\r\nx\r\n0\r\n\r\n", 7)) {
            assertThat(contentOf(body, received)).isEqualTo("x");
            assertThat(body.isComplete()).isTrue();
        }
    }

    @Test
    void signedChunksOfALongUploadAreRead() throws MalformedMessageException {
        String chunk = "ff;chunk-signature=" + "0".repeat(64) + "\r\n" + "x".repeat(255) + "\r\n";
        BodyReader body = BodyReader.ofRequest(BodyFraming.CHUNKED, LIMITS);
        try (Received received = Received.whole(chunk.repeat(1000) + "0\r\n\r\n")) {
            contentOf(body, received);
            assertThat(body.isComplete()).isTrue();
            assertThat(body.bytesRead()).isEqualTo(255_000);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5;a",
                "5;a=b",
                "5;a=\"b c\\\" d\"",
                "5 ; a = b ; c",
                "5;a=\"\"",
                "5;a;b;c=d",
                "5\t;\ta\t=\tb",
                "5;a=\"\u00fc\""
            })
    void extensionsByTheGrammarAreTaken(String line) throws MalformedMessageException {
        BodyReader body = BodyReader.ofRequest(BodyFraming.CHUNKED, LIMITS);
        try (Received received = new Received(line + "\r\nHello\r\n0\r\n\r\n", 1)) {
            assertThat(contentOf(body, received)).isEqualTo("Hello");
            assertThat(body.isComplete()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"5;", "5;;", "5;=a", "5;a=", "5;a b", "5;a=\"b", "5;a "})
    void inAResponseAnExtensionMayBeOdd(String line) throws MalformedMessageException {
        BodyReader body = BodyReader.ofResponse(BodyFraming.CHUNKED, LIMITS);
        try (Received received = new Received(line + "\r\nHello\r\n0\r\n\r\n", 3)) {
            assertThat(contentOf(body, received)).isEqualTo("Hello");
            assertThat(body.oddities()).isEqualTo(Set.of(Oddity.CHUNK_EXTENSION));
        }
    }

    @Test
    void aResponseMayBeOddAndIsFlagged() throws MalformedMessageException {
        BodyReader body = BodyReader.ofResponse(BodyFraming.CHUNKED, LIMITS);
        try (Received received = new Received("5  \nHello\n0\nA : b\n\n", 2)) {
            assertThat(contentOf(body, received)).isEqualTo("Hello");
            assertThat(body.isComplete()).isTrue();
            assertThat(body.oddities())
                    .isEqualTo(Set.of(Oddity.BARE_LF, Oddity.SPACE_AFTER_CHUNK_SIZE, Oddity.SPACE_BEFORE_COLON));
        }
    }

    @Test
    void evenAResponseMustHaveItsChunksWhereItSays() {
        MalformedMessageException refusal =
                refusalOf(BodyReader.ofResponse(BodyFraming.CHUNKED, LIMITS), "5\r\nHello!", 100);

        assertThat(refusal)
                .hasMessage(
                        "body, byte 9: '!' after the chunk's data (expected: CRLF after a chunk's data; RFC 9112 section 7.1)");
    }

    private static MalformedMessageException refusalOf(BodyReader body, String text, int pieceSize) {
        try (Received received = new Received(text, pieceSize)) {
            return catchThrowableOfType(MalformedMessageException.class, () -> contentOf(body, received));
        }
    }

    private static String contentOf(BodyReader body, Received received) throws MalformedMessageException {
        StringBuilder content = new StringBuilder();
        do {
            append(body, received.arrived(), content);
        } while (!body.isComplete() && received.more());
        return content.toString();
    }

    private static void append(BodyReader body, ByteBuf in, StringBuilder content) throws MalformedMessageException {
        @Nullable ByteBuf piece = body.read(in);
        while (piece != null) {
            assertThat(piece.isReadable()).isTrue();
            content.append(piece.toString(ISO_8859_1));
            piece = body.read(in);
        }
    }
}
