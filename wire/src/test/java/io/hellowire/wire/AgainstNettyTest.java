package io.hellowire.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hellowire.wire.text.Printable;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Netty's decoder and ours, on the same bytes: where both take a head they read the same in it, and where one of them
 * refuses it, it is for a reason that is written here.
 */
class AgainstNettyTest {

    private static final long SEED = 1812;
    private static final int MUTATIONS_EACH = 150;

    /** What Netty takes and we refuse, each as the section named in {@link Malformation} has it. */
    private static final Map<Malformation, String> STRICTER = Map.ofEntries(
            entry(Malformation.METHOD, "Netty passes over CR and control characters before the method"),
            entry(Malformation.SPACE_IN_TARGET, "Netty takes the rest of the line, spaces and all, for the version"),
            entry(Malformation.TYPED_LINE_END, "Netty takes any text for a version"),
            entry(Malformation.OTHER_PROTOCOL, "Netty takes the name of any protocol for a version"),
            entry(Malformation.PROXY_PROTOCOL, "Netty takes it for a method"),
            entry(Malformation.REQUEST_LINE, "Netty splits the line at any run of spaces and control characters"),
            entry(Malformation.CONTROL_CHARACTER, "Netty takes NUL in a target"),
            entry(Malformation.BARE_CR, "Netty takes CR as a space in the request line"),
            entry(Malformation.TARGET, "Netty leaves the target's form to the application"),
            entry(Malformation.VERSION_SYNTAX, "Netty takes the version in any case"),
            entry(Malformation.UNKNOWN_VERSION, "Netty leaves the version to the application"),
            entry(Malformation.HTTP_2_PREFACE, "Netty reads it as a request of HTTP/2.0"),
            entry(Malformation.FOLDED_FIELD, "Netty unfolds, which the RFC allows beside refusing"),
            entry(Malformation.NO_HOST, "Netty leaves Host to the application"),
            entry(Malformation.REPEATED_HOST, "Netty leaves Host to the application"),
            entry(Malformation.INVALID_HOST, "Netty leaves Host to the application"),
            entry(Malformation.UNKNOWN_CODING, "Netty looks at the last coding only"),
            entry(Malformation.INVALID_CODING, "Netty looks at the last coding only"));

    /** What we take and Netty refuses. */
    private static final Map<Oddity, String> KINDER = Map.of(
            Oddity.BARE_LF, "RFC 9112 section 2.2: a recipient may recognise LF alone as the end of a line",
            Oddity.SPACE_AFTER_VERSION, "RFC 9112 section 3: a recipient may ignore whitespace at the end of the line",
            Oddity.CHUNKED_IN_HTTP_1_0, "RFC 9112 section 6.1: a server may process it and close the connection");

    static Stream<byte[]> inputs() {
        return Inputs.all();
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void aHeadIsReadTheSameOrDiffersOnPurpose(byte[] bytes) {
        check(bytes);
    }

    @Test
    void soAreMutations() {
        Random random = new Random(SEED);
        Inputs.all().forEach(bytes -> {
            for (int i = 0; i < MUTATIONS_EACH; i++) {
                check(Inputs.mutate(bytes, random));
            }
        });
    }

    /** RFC 9112 section 6.3 lets a server take equal ones as one; whoever sits in front of us may count otherwise. */
    @ParameterizedTest
    @ValueSource(strings = {"5\r\nContent-Length: 5", "5, 5", "5,5", "5\r\nContent-Length: 6", "5, 6"})
    void bothRefuseSeveralContentLengthsAlsoWhenTheyAreEqual(String value) {
        byte[] bytes =
                ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + value + "\r\n\r\nhello").getBytes(ISO_8859_1);
        assertThat(readByNetty(bytes).verdict()).isEqualTo(Verdict.REFUSED);
        try (Received received = new Received(bytes, Integer.MAX_VALUE)) {
            HeadReader<Http1RequestHead> reader = HeadReader.ofRequests(HeadLimits.DEFAULT);
            assertThatThrownBy(() -> received.read(reader::read))
                    .isInstanceOf(MalformedMessageException.class)
                    .hasMessageContaining("Content-Length")
                    .hasMessageContaining("RFC 9112 section 6.3");
        }
    }

    private static void check(byte[] bytes) {
        String what = Printable.of(bytes) + ", seed " + SEED;
        Read nettys = readByNetty(bytes);
        HeadReader<Http1RequestHead> reader = HeadReader.ofRequests(HeadLimits.DEFAULT);
        try (Received received = new Received(bytes, Integer.MAX_VALUE)) {
            Http1RequestHead head = received.read(reader::read);
            if (head != null && head.oddities().stream().noneMatch(KINDER::containsKey)) {
                assertThat(Read.of(head)).as(what).isEqualTo(nettys);
            } else if (head == null
                    && nettys.verdict()
                            != Verdict.INCOMPLETE) { // LF alone, or blanks before it; or a byte that may begin TLS
                assertThat(nettys.verdict()).as(what).isEqualTo(Verdict.REFUSED);
                assertThat(new String(reader.received(), ISO_8859_1))
                        .as(what)
                        .containsPattern("(?<!\r)\n|[ \t]\r\n|^\\x16$");
            }
        } catch (MalformedMessageException e) {
            if (!STRICTER.containsKey(e.malformation())) { // Netty may wait for the whole head
                assertThat(nettys.verdict()).as(what + ": " + e).isNotEqualTo(Verdict.TAKEN);
            }
        }
    }

    private static Read readByNetty(byte[] bytes) {
        HttpDecoderConfig config =
                new HttpDecoderConfig().setMaxInitialLineLength(16_384).setMaxHeaderSize(65_536);
        EmbeddedChannel channel = new EmbeddedChannel(new HttpRequestDecoder(config));
        channel.writeInbound(Unpooled.wrappedBuffer(bytes));
        HttpRequest request = channel.readInbound();
        Read read = request == null ? new Read(Verdict.INCOMPLETE, "", List.of()) : Read.of(request);
        channel.finishAndReleaseAll();
        return read;
    }

    enum Verdict {
        TAKEN,
        REFUSED,
        INCOMPLETE
    }

    /** What a decoder made of the bytes. */
    record Read(Verdict verdict, String requestLine, List<String> fields) {

        static Read of(Http1RequestHead head) {
            return new Read(
                    Verdict.TAKEN,
                    head.method() + " " + head.target() + " " + head.version(),
                    head.fields().stream()
                            .map(field -> field.name() + ": " + field.value())
                            .toList());
        }

        static Read of(HttpRequest request) {
            if (request.decoderResult().isFailure()) {
                return new Read(Verdict.REFUSED, "", List.of());
            }
            return new Read(
                    Verdict.TAKEN,
                    request.method() + " " + request.uri() + " " + request.protocolVersion(),
                    request.headers().entries().stream()
                            .map(field -> field.getKey() + ": " + Objects.requireNonNull(field.getValue()))
                            .toList());
        }
    }
}
