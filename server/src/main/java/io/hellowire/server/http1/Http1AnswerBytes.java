package io.hellowire.server.http1;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.hellowire.server.exchange.Answer;
import io.hellowire.server.exchange.Digits;
import io.hellowire.server.exchange.Greeting;
import io.hellowire.server.exchange.Shape;
import io.netty.buffer.ByteBuf;

/**
 * Writes answers as HTTP/1 has them. A greeting is the same bytes each time but for its numbers and the date, so it is
 * encoded once and copied. One for each event loop, since the date is kept. Field names have the case that small clients
 * look for; some compare them byte by byte.
 */
public final class Http1AnswerBytes {

    private static final String DATE_FIELD = "\r\nDate: ";
    private static final byte[] TYPE_AND_LENGTH =
            "\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ".getBytes(US_ASCII);
    private static final byte[] END = "\r\n\r\n".getBytes(US_ASCII);
    private static final byte[] CLOSE_END = "\r\nConnection: close\r\n\r\n".getBytes(US_ASCII);
    private static final byte[] KEEP_ALIVE_END = "\r\nConnection: keep-alive\r\n\r\n".getBytes(US_ASCII);
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(US_ASCII);

    private byte[] beginning = new byte[0];
    private byte[] date = new byte[0];
    private long second = Long.MIN_VALUE;

    /** Writes this answer behind what is there. */
    public void write(Answer answer, ByteBuf out) {
        if (answer instanceof Answer.Counted counted) {
            write(counted, out);
        } else if (answer instanceof Answer.Text text) {
            write(text, out);
        } else {
            out.writeBytes(CONTINUE);
        }
    }

    private void write(Answer.Counted answer, ByteBuf out) {
        remember(System.currentTimeMillis());
        Greeting greeting = answer.greeting();
        Shape shape = answer.shape();
        out.writeBytes(beginning);
        Digits.write(greeting.length(answer.number()), out);
        out.writeBytes(end(shape));
        if (shape.hasBody()) {
            out.writeBytes(greeting.before());
            if (greeting.isNumbered()) {
                Digits.write(answer.number(), out);
            }
            out.writeBytes(greeting.after());
        }
    }

    private void write(Answer.Text answer, ByteBuf out) {
        remember(System.currentTimeMillis());
        byte[] body = answer.body();
        out.writeCharSequence("HTTP/1.1 " + answer.status().line() + DATE_FIELD, US_ASCII);
        out.writeBytes(date);
        for (Answer.Field field : answer.fields()) {
            out.writeCharSequence("\r\n" + field.name() + ": " + field.value(), US_ASCII);
        }
        out.writeBytes(TYPE_AND_LENGTH);
        Digits.write(body.length, out);
        out.writeBytes(end(answer.shape()));
        if (answer.shape().hasBody()) {
            out.writeBytes(body);
        }
    }

    private static byte[] end(Shape shape) {
        if (shape.isLast()) {
            return CLOSE_END;
        }
        return shape.saysThatItGoesOn() ? KEEP_ALIVE_END : END;
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
