package io.hellowire.server.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hellowire.server.connection.Connection;
import io.hellowire.server.exchange.Request;
import io.hellowire.wire.text.Printable;

/**
 * One line for each request: time, number, peer, how it came, its place on its connection, status, body length,
 * duration, and at the end the request line as it came.
 */
final class LineFormat implements Format {

    private final Redaction redaction;
    private final Timestamp timestamp = Timestamp.iso();

    LineFormat(Redaction redaction) {
        this.redaction = redaction;
    }

    @Override
    public void write(Entry entry, Bytes out) {
        if (entry instanceof Entry.Greeted greeted) {
            begin(greeted.request().began().epochMillis(), out)
                    .put('#')
                    .decimal(greeted.answer().number());
            request(greeted.connection(), greeted.request(), 200, greeted.nanos(), out);
        } else if (entry instanceof Entry.Checked checked) {
            begin(checked.request().began().epochMillis(), out).put("health");
            request(
                    checked.connection(),
                    checked.request(),
                    checked.answer().status().code(),
                    checked.nanos(),
                    out);
        } else if (entry instanceof Entry.Rejected rejected) {
            rejected(rejected, out);
        } else if (entry instanceof Entry.Lost lost) {
            aside(
                    lost.epochMillis(),
                    lost.connection(),
                    "no request: " + Descriptions.lost(lost.connection(), lost.abandoned()),
                    out);
        } else if (entry instanceof Entry.AfterEnd after) {
            String shown = Printable.ofLatin1(new String(redaction.of(after), ISO_8859_1));
            aside(after.epochMillis(), after.connection(), "odd: " + Descriptions.afterEnd(after) + ": " + shown, out);
        } else if (entry instanceof Entry.TurnedAway away) {
            aside(away.epochMillis(), away.connection(), "turned away: " + away.reason(), out);
        } else if (entry instanceof Entry.CutOff cutOff) {
            aside(cutOff.epochMillis(), cutOff.connection(), "cut off: " + cutOff.reason(), out);
        } else if (entry instanceof Entry.HandshakeFailed failed) {
            String text = "TLS handshake failed: " + failed.reason() + "; " + Descriptions.offered(failed.hello());
            aside(failed.epochMillis(), failed.connection(), text, out);
        } else if (entry instanceof Entry.Suppressed more) {
            notice(more.epochMillis(), Descriptions.suppressed(more), out);
        } else if (entry instanceof Entry.Dropped dropped) {
            notice(dropped.epochMillis(), Descriptions.dropped(dropped), out);
        }
    }

    private void notice(long epochMillis, String text, Bytes out) {
        begin(epochMillis, out).put("- ").put(text).put('\n');
    }

    private Bytes begin(long epochMillis, Bytes out) {
        timestamp.millis(epochMillis, out);
        return out.put(' ');
    }

    private static void request(Connection connection, Request request, int status, long nanos, Bytes out) {
        facts(connection, request.onConnection(), status, out);
        out.decimal(request.body().bytes()).put("B ").decimal(nanos / 1000).put("us ");
        out.printable(request.head().line()).put('\n');
    }

    private static void facts(Connection connection, long onConnection, int status, Bytes out) {
        out.put(' ').put(connection.peerText()).put(' ');
        Descriptions.channel(connection, out);
        out.put(' ').decimal(connection.number()).put('/').decimal(onConnection);
        out.put(' ').decimal(status).put(' ');
    }

    private void rejected(Entry.Rejected entry, Bytes out) {
        begin(entry.rejection().began().epochMillis(), out).put("rejected");
        facts(
                entry.connection(),
                entry.rejection().onConnection(),
                entry.rejection().status(),
                out);
        long bodyBytes = entry.rejection().body().bytes();
        if (bodyBytes > 0) {
            out.decimal(bodyBytes).put("B ");
        }
        out.put(Descriptions.latin1(entry.rejection().words())).put(' ');
        byte[] received = entry.rejection().received();
        out.printable(received, 0, Lines.firstLineEnd(received)).put('\n');
    }

    private void aside(long epochMillis, Connection connection, String text, Bytes out) {
        begin(epochMillis, out)
                .put("- ")
                .put(connection.peerText())
                .put(' ')
                .put(connection.port().scheme());
        out.put(' ')
                .decimal(connection.number())
                .put(' ')
                .put(Descriptions.latin1(text))
                .put('\n');
    }
}
