package io.hellowire.server.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hellowire.server.connection.Connection;
import io.hellowire.server.exchange.Answer;
import io.hellowire.server.exchange.Request;
import io.hellowire.wire.RequestHead;
import io.hellowire.wire.text.Printable;
import org.jspecify.annotations.Nullable;

/**
 * Apache's combined log format, for programs that read it. What is no request has its words in parentheses where the
 * request line would be.
 */
final class CombinedFormat implements Format {

    private final Redaction redaction;
    private final Timestamp timestamp = Timestamp.apache();

    CombinedFormat(Redaction redaction) {
        this.redaction = redaction;
    }

    @Override
    public void write(Entry entry, Bytes out) {
        if (entry instanceof Entry.Greeted greeted) {
            request(greeted.connection(), greeted.request(), greeted.answer(), out);
        } else if (entry instanceof Entry.Checked checked) {
            request(checked.connection(), checked.request(), checked.answer(), out);
        } else if (entry instanceof Entry.Rejected rejected) {
            begin(rejected.connection(), rejected.rejection().began().epochMillis(), out);
            byte[] received = rejected.rejection().received();
            quoted(received, 0, Lines.firstLineEnd(received), out);
            outcome(rejected.answer(), out);
            out.put(" \"-\" \"-\"\n");
        } else if (entry instanceof Entry.Lost lost) {
            aside(lost.connection(), lost.epochMillis(), Descriptions.lost(lost.connection(), lost.abandoned()), out);
        } else if (entry instanceof Entry.AfterEnd after) {
            String shown = Printable.ofLatin1(new String(redaction.of(after), ISO_8859_1));
            aside(after.connection(), after.epochMillis(), "odd: " + Descriptions.afterEnd(after) + ": " + shown, out);
        } else if (entry instanceof Entry.TurnedAway away) {
            aside(away.connection(), away.epochMillis(), "turned away: " + away.reason(), out);
        } else if (entry instanceof Entry.CutOff cutOff) {
            aside(cutOff.connection(), cutOff.epochMillis(), "cut off: " + cutOff.reason(), out);
        } else if (entry instanceof Entry.HandshakeFailed failed) {
            aside(failed.connection(), failed.epochMillis(), "TLS handshake failed: " + failed.reason(), out);
        } else if (entry instanceof Entry.Suppressed more) {
            aside(null, more.epochMillis(), Descriptions.suppressed(more), out);
        } else if (entry instanceof Entry.Dropped dropped) {
            aside(null, dropped.epochMillis(), Descriptions.dropped(dropped), out);
        }
    }

    private void request(Connection connection, Request request, Answer answer, Bytes out) {
        RequestHead head = request.head();
        begin(connection, request.began().epochMillis(), out);
        quoted(head.line(), out);
        outcome(answer, out);
        out.put(' ');
        field(head, "Referer", out);
        out.put(' ');
        field(head, "User-Agent", out);
        out.put('\n');
    }

    private void begin(@Nullable Connection connection, long epochMillis, Bytes out) {
        out.put(connection == null ? "-" : connection.peer().host()).put(" - - [");
        timestamp.seconds(epochMillis, out);
        out.put("] ");
    }

    private void field(RequestHead head, String name, Bytes out) {
        @Nullable String value = head.first(name);
        if (value == null) {
            out.put("\"-\"");
            return;
        }
        quoted(redaction.hides(name) ? "*" : value, out);
    }

    private static void outcome(Answer answer, Bytes out) {
        out.put(' ').decimal(answer.status().code()).put(' ').decimal(answer.bodyBytes());
    }

    private static void quoted(String latin1, Bytes out) {
        byte[] bytes = latin1.getBytes(ISO_8859_1);
        quoted(bytes, 0, bytes.length, out);
    }

    private static void quoted(byte[] bytes, int from, int to, Bytes out) {
        out.put('"');
        int plain = from;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '"') {
                out.printable(bytes, plain, i).put("\\\"");
                plain = i + 1;
            }
        }
        out.printable(bytes, plain, to).put('"');
    }

    private void aside(@Nullable Connection connection, long epochMillis, String text, Bytes out) {
        begin(connection, epochMillis, out);
        quoted("(" + Descriptions.latin1(text) + ")", out);
        out.put(" 000 0 \"-\" \"-\"\n");
    }
}
