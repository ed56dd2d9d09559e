package io.hellowire.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.testkit.Unescaped;
import io.hellowire.wire.text.Printable;
import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that comes of the bytes of one connection: heads, contents, and how it ended.
 *
 * @param steps each head, printable; each body with its content and how far it got; the refusal, if there was one
 */
record Outcome(List<String> steps) {

    private static final HeadLimits LIMITS = new HeadLimits(300, 80, 5);

    /** What comes of requests, one after the other. */
    static Outcome ofRequests(byte[] bytes, int pieceSize) {
        HeadReader<Http1RequestHead> reader = HeadReader.ofRequests(LIMITS);
        return new Reading(bytes, pieceSize).readAll(in -> {
            Http1RequestHead head = reader.read(in);
            return head == null ? null : new Message(head, BodyReader.ofRequest(head.framing(), LIMITS));
        });
    }

    /** What comes of responses to GET, one after the other. */
    static Outcome ofResponses(byte[] bytes, int pieceSize) {
        HeadReader<ResponseHead> reader = HeadReader.ofResponses(LIMITS);
        return new Reading(bytes, pieceSize).readAll(in -> {
            ResponseHead head = reader.read(in);
            return head == null ? null : new Message(head, BodyReader.ofResponse(head.framing("GET"), LIMITS));
        });
    }

    private record Message(FieldSection head, BodyReader body) {}

    private static final class Reading {

        private final List<String> steps = new ArrayList<>();
        private final ByteArrayOutputStream heads = new ByteArrayOutputStream();
        private final byte[] bytes;
        private final int pieceSize;

        Reading(byte[] bytes, int pieceSize) {
            this.bytes = bytes;
            this.pieceSize = pieceSize;
        }

        Outcome readAll(Received.Reading<Message> messages) {
            try (Received received = new Received(bytes, pieceSize)) {
                Message message = received.read(messages);
                while (message != null) {
                    takeHead(message.head());
                    takeBody(message.body(), received);
                    message = message.body().isComplete() ? received.read(messages) : null;
                }
            } catch (MalformedMessageException e) {
                assertThat(e.getMessage()).matches("[ -~]+");
                steps.add("refused: " + e.malformation() + " at " + e.place());
            }
            return new Outcome(List.copyOf(steps));
        }

        private void takeHead(FieldSection head) {
            assertThat(Unescaped.bytes(Printable.of(head.bytes()))).isEqualTo(head.bytes());
            assertThat(new String(bytes, ISO_8859_1)).contains(new String(head.bytes(), ISO_8859_1));
            assertThat(head.fields()).hasSize(head.fieldCount());
            heads.writeBytes(head.bytes());
            steps.add("head: " + Printable.of(head.bytes()) + " " + head.oddities());
        }

        private void takeBody(BodyReader body, Received received) throws MalformedMessageException {
            StringBuilder content = new StringBuilder();
            try {
                do {
                    @Nullable ByteBuf piece = body.read(received.arrived());
                    while (piece != null) {
                        content.append(piece.toString(ISO_8859_1));
                        piece = body.read(received.arrived());
                    }
                } while (!body.isComplete() && received.more());
            } finally {
                assertThat(body.bytesRead()).isEqualTo(content.length());
                steps.add("body: " + content + ", " + body.progress() + " " + body.oddities());
            }
        }
    }
}
