package io.hellowire.server.answer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;

/**
 * Writes answers as bytes. A greeting is the same bytes each time but for its numbers and the date, so it is encoded
 * once and copied. One for each event loop, since the date is kept. Field names have the case that small clients look
 * for; some compare them byte by byte.
 */
public final class AnswerEncoder {

    private static final String DATE_FIELD = "\r\nDate: ";
    private static final byte[] TYPE_AND_LENGTH =
            "\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ".getBytes(US_ASCII);
    private static final byte[] END = "\r\n\r\n".getBytes(US_ASCII);
    private static final byte[] CLOSE_END = "\r\nConnection: close\r\n\r\n".getBytes(US_ASCII);
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(US_ASCII);

    private final Greeting greeting;
    private byte[] beginning = new byte[0];
    private byte[] date = new byte[0];
    private long second = Long.MIN_VALUE;

    /** @param greeting the line for everyone */
    public AnswerEncoder(Greeting greeting) {
        this.greeting = greeting;
    }

    /**
     * Writes a greeting.
     *
     * @return the length of its body
     */
    int greet(long number, Shape shape, ByteBuf out) {
        remember(System.currentTimeMillis());
        int length = greeting.length(number);
        out.writeBytes(beginning);
        Digits.write(length, out);
        out.writeBytes(shape.isLast() ? CLOSE_END : END);
        if (shape.hasBody()) {
            out.writeBytes(greeting.before());
            if (greeting.isNumbered()) {
                Digits.write(number, out);
            }
            out.writeBytes(greeting.after());
        }
        return shape.hasBody() ? length : 0;
    }

    /**
     * Writes any other answer.
     *
     * @param text its body, to which a line feed is added
     * @param fields more field lines, each with CRLF before it
     * @return the length of its body
     */
    int say(Status status, String fields, String text, Shape shape, ByteBuf out) {
        remember(System.currentTimeMillis());
        byte[] body = (text + "\n").getBytes(UTF_8);
        out.writeCharSequence("HTTP/1.1 " + status.line() + DATE_FIELD, US_ASCII);
        out.writeBytes(date);
        out.writeCharSequence(fields, US_ASCII);
        out.writeBytes(TYPE_AND_LENGTH);
        Digits.write(body.length, out);
        out.writeBytes(shape.isLast() ? CLOSE_END : END);
        if (shape.hasBody()) {
            out.writeBytes(body);
        }
        return shape.hasBody() ? body.length : 0;
    }

    void goOn(ByteBuf out) {
        out.writeBytes(CONTINUE);
    }

    private void remember(long epochMillis) {
        long now = Math.floorDiv(epochMillis, 1000L);
        if (now != second) {
            second = now;
            date = HttpDate.of(now).getBytes(US_ASCII);
            String type = new String(TYPE_AND_LENGTH, US_ASCII);
            beginning = ("HTTP/1.1 200 OK" + DATE_FIELD + new String(date, US_ASCII) + type).getBytes(US_ASCII);
        }
    }
}
