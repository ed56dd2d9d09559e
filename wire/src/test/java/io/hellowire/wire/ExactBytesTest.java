package io.hellowire.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.testkit.Unescaped;
import io.hellowire.wire.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever well-formed head is sent, in whatever pieces, the bytes that were sent are the bytes that are kept. */
class ExactBytesTest {

    private static final long SEED = 20_261_122;
    private static final int HEADS = 300;
    private static final String TOKEN = "!#$%&'*+-.^_`|~0123456789abcXYZ";

    private final Random random = new Random(SEED);

    @ParameterizedTest(name = "in pieces of {0} bytes")
    @ValueSource(ints = {1, 2, 3, 7, 64, Integer.MAX_VALUE})
    void everyHeadOfAConnectionIsKeptExactly(int pieceSize) throws MalformedMessageException {
        List<RandomHead> sent = new ArrayList<>();
        StringBuilder connection = new StringBuilder();
        for (int i = 0; i < HEADS; i++) {
            RandomHead head = randomHead();
            sent.add(head);
            connection.append(head.text());
        }
        HeadReader<Http1RequestHead> reader = HeadReader.ofRequests(HeadLimits.DEFAULT);
        try (Received received = new Received(connection + "rest", pieceSize)) {
            for (int i = 0; i < HEADS; i++) {
                Http1RequestHead head = received.read(reader::read);
                assertThat(head).as("head %d of seed %d", i, SEED).isNotNull();
                assertKept(sent.get(i), Objects.requireNonNull(head), "head " + i + " of seed " + SEED);
            }
            assertThat(received.rest()).isEqualTo("rest");
        }
    }

    private static void assertKept(RandomHead sent, Http1RequestHead head, String which) {
        assertThat(new String(head.bytes(), ISO_8859_1)).as(which).isEqualTo(sent.text());
        assertThat(Unescaped.bytes(Printable.of(head.bytes()))).as(which).isEqualTo(head.bytes());
        assertThat(head.line()).as(which).isEqualTo(sent.requestLine());
        assertThat(head.fields()).as(which).isEqualTo(sent.fields());
        assertThat(head.oddities().contains(Oddity.BARE_LF))
                .as(which)
                .isEqualTo(sent.text().matches("(?s).*(?<!\r)\n.*"));
    }

    private RandomHead randomHead() {
        String requestLine = token() + " /"
                + any(0x21, 0xFF, random.nextInt(40)).replace("\u007f", "") + " HTTP/1." + random.nextInt(2);
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 2; i--) {
            text.append(lineEnd());
        }
        text.append(requestLine).append(lineEnd());
        List<FieldLine> fields = new ArrayList<>();
        fields.add(new FieldLine("Host", "a", "Host:a"));
        text.append("Host:a").append(lineEnd());
        for (int i = random.nextInt(12); i > 0; i--) {
            FieldLine field = randomField();
            fields.add(field);
            text.append(field.line()).append(lineEnd());
        }
        return new RandomHead(requestLine, fields, text.append(lineEnd()).toString());
    }

    private FieldLine randomField() {
        String name = "x" + token();
        String value = any('\t', 0xFF, random.nextInt(60))
                .replaceAll("[\\x00-\\x08\\x0A-\\x1F\\x7F]", " ")
                .replaceAll("^[ \t]+|[ \t]+$", "");
        return new FieldLine(name, value, name + ":" + blanks() + value + blanks());
    }

    private String blanks() {
        return " \t \t".substring(0, random.nextInt(4));
    }

    private String lineEnd() {
        return random.nextInt(5) == 0 ? "\n" : "\r\n";
    }

    private String token() {
        StringBuilder token = new StringBuilder();
        for (int i = random.nextInt(9); i >= 0; i--) {
            token.append(TOKEN.charAt(random.nextInt(TOKEN.length())));
        }
        return token.toString();
    }

    private String any(int from, int to, int length) {
        return random.ints(length, from, to + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private record RandomHead(String requestLine, List<FieldLine> fields, String text) {}
}
