package io.hellowire.server.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/**
 * What goes back for a request, in no protocol's bytes yet. Each protocol has an encoder that alone knows how it is
 * written down.
 */
public sealed interface Answer {

    /** Its status; that of an interim answer is followed by another answer. */
    Status status();

    /** Whether its connection, as far as it is this request's alone, ends after it. */
    boolean isLast();

    /** How many bytes its body has, as it is sent: none to HEAD. */
    int bodyBytes();

    /** Ask for the body that is waited for, RFC 9110 section 15.2.1. */
    enum Interim implements Answer {
        CONTINUE;

        @Override
        public Status status() {
            return Status.CONTINUE;
        }

        @Override
        public boolean isLast() {
            return false;
        }

        @Override
        public int bodyBytes() {
            return 0;
        }
    }

    /**
     * The greeting that counts. Its bytes are the same each time but for the number, which encoders make use of.
     *
     * @param greeting the line with a place for the number
     * @param number the one for this request
     * @param shape how it differs from others like it
     */
    record Counted(Greeting greeting, long number, Shape shape) implements Answer {

        @Override
        public Status status() {
            return Status.OK;
        }

        @Override
        public boolean isLast() {
            return shape.isLast();
        }

        @Override
        public int bodyBytes() {
            return shape.hasBody() ? greeting.length(number) : 0;
        }
    }

    /**
     * Some text.
     *
     * @param fields more fields, in the order they are sent
     * @param text its body, to which a line feed is added
     * @param shape how it differs from others like it
     */
    record Text(Status status, List<Field> fields, String text, Shape shape) implements Answer {

        public Text {
            fields = List.copyOf(fields);
        }

        /** Its body as bytes, whether it is sent or not. */
        public byte[] body() {
            return (text + "\n").getBytes(UTF_8);
        }

        @Override
        public boolean isLast() {
            return shape.isLast();
        }

        @Override
        public int bodyBytes() {
            return shape.hasBody() ? body().length : 0;
        }
    }

    /**
     * One of its fields.
     *
     * @param name in the case that small clients look for; some compare it byte by byte
     * @param value ASCII without line ends
     */
    record Field(String name, String value) {

        public Field {
            if (!value.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
                throw new IllegalArgumentException("value of " + name + ": not printable (expected: ASCII)");
            }
        }
    }
}
