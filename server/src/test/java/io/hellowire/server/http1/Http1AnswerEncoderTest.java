package io.hellowire.server.http1;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hellowire.server.exchange.Answer;
import io.hellowire.server.exchange.Greeting;
import io.hellowire.server.exchange.Shape;
import io.hellowire.server.exchange.Status;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class Http1AnswerEncoderTest {

    private static final Greeting GREETING = Greeting.from("Zoé");

    private final EmbeddedChannel channel = new EmbeddedChannel(new Http1AnswerEncoder(new Http1AnswerBytes()));

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(channel.finishAndReleaseAll()).isFalse();
    }

    @Test
    void writesAGreeting() {
        write(new Answer.Counted(GREETING, 7, Shape.PLAIN));
        assertThat(written())
                .matches("(?s)HTTP/1.1 200 OK\r\nDate: [^\r]{29}\r\n"
                        + "Content-Type: text/plain; charset=utf-8\r\nContent-Length: 20\r\n\r\nHello #7 from Zoé!\n");
    }

    @Test
    void writesFieldsInTheirOrder() {
        List<Answer.Field> fields = List.of(new Answer.Field("B", "2"), new Answer.Field("a", "1"));
        write(new Answer.Text(Status.of(503), fields, "no", Shape.LAST));
        assertThat(written())
                .matches(
                        "(?s)HTTP/1.1 503 Service Unavailable\r\nDate: [^\r]{29}\r\nB: 2\r\na: 1\r\n"
                                + "Content-Type: text/plain; charset=utf-8\r\nContent-Length: 3\r\nConnection: close\r\n\r\nno\n");
    }

    @Test
    void writesTheInterimAnswer() {
        write(Answer.Interim.CONTINUE);
        assertThat(written()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void theLengthIsThatOfTheBodyAndHeadGetsNone(Shape shape) {
        for (Answer answer : List.of(
                new Answer.Counted(GREETING, 1_234_567, shape),
                new Answer.Counted(Greeting.of("no number"), 3, shape),
                new Answer.Text(Status.of(400), List.of(), "ä", shape))) {
            write(answer);
            String[] parts = written().split("\r\n\r\n", 2);
            int length = parts[1].getBytes(UTF_8).length;
            assertThat(answer.bodyBytes()).isEqualTo(length);
            assertThat(length > 0).isEqualTo(shape.hasBody());
            assertThat(parts[0].contains("\r\nConnection: close")).isEqualTo(shape.isLast());
            assertThat(parts[0].contains("\r\nConnection: keep-alive")).isEqualTo(shape.saysThatItGoesOn());
            if (shape.hasBody()) {
                assertThat(parts[0]).contains("\r\nContent-Length: " + length);
            } else {
                assertThat(parts[0]).containsPattern("\r\nContent-Length: [1-9]");
            }
        }
    }

    @Test
    void theAnswersToABurstLeaveInOneWrite() {
        channel.write(new Answer.Counted(GREETING, 0, Shape.PLAIN), channel.voidPromise());
        channel.write(new Answer.Counted(GREETING, 1, Shape.PLAIN), channel.voidPromise());
        assertThat(channel.outboundMessages()).isEmpty();
        channel.flush();
        assertThat(channel.outboundMessages()).hasSize(1);
        assertThat(written()).containsSubsequence("Hello #0 from", "Hello #1 from");
    }

    @Test
    void aBurstThatGrowsLargeLeavesInPieces() {
        for (int i = 0; i < 1000; i++) {
            channel.write(new Answer.Counted(GREETING, i, Shape.PLAIN), channel.voidPromise());
        }
        assertThat(channel.outboundMessages()).hasSizeGreaterThan(2);
        channel.flush();
        StringBuilder all = new StringBuilder();
        while (!channel.outboundMessages().isEmpty()) {
            all.append(written());
        }
        assertThat(all.toString().split("Hello #")).hasSize(1001);
    }

    @Test
    void whoeverAsksIsToldWhenItIsWritten() {
        assertThat(channel.write(Answer.Interim.CONTINUE).isDone()).isFalse();
        channel.flush();
        assertThat(written()).startsWith("HTTP/1.1 100 ");
        assertThat(channel.writeOneOutbound(Answer.Interim.CONTINUE).isDone()).isFalse();
        channel.flushOutbound();
        assertThat(written()).startsWith("HTTP/1.1 100 ");
    }

    @Test
    void passesOnWhatIsNoAnswer() {
        channel.writeOutbound(Unpooled.copiedBuffer("x", UTF_8));
        assertThat(written()).isEqualTo("x");
    }

    @Test
    void keepsNothingWhenItIsTakenOut() {
        channel.write(Answer.Interim.CONTINUE, channel.voidPromise());
        channel.pipeline().remove(Http1AnswerEncoder.class);
        channel.flush();
        assertThat(channel.outboundMessages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'a\r\nSet-Cookie: b'", "'a\nb'", "ä", "'\u0000'"})
    void noFieldCanEndItsLine(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Answer.Field("Name", value));
    }

    private void write(Answer answer) {
        channel.writeOutbound();
        channel.write(answer, channel.voidPromise());
        channel.flush();
    }

    private String written() {
        ByteBuf bytes = channel.readOutbound();
        try {
            return bytes.toString(UTF_8);
        } finally {
            bytes.release();
        }
    }
}
