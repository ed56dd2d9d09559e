package io.hellowire.server.journal;

import io.hellowire.server.connection.Connection;
import io.hellowire.server.connection.TlsFacts;
import io.hellowire.server.exchange.Body;
import io.hellowire.server.exchange.Request;
import io.hellowire.wire.Oddity;
import io.hellowire.wire.RequestHead;
import io.hellowire.wire.TrailerSection;
import io.hellowire.wire.text.Printable;

/**
 * A block for each request: a line of ours, which begins with five hyphens, then its head as it came. Whatever else is
 * to be said follows on lines of ours.
 */
final class BlockFormat implements Format {

    private static final String OURS = "----- ";
    private static final String NEXT = " -- ";

    private final Redaction redaction;
    private final Timestamp timestamp = Timestamp.iso();

    BlockFormat(Redaction redaction) {
        this.redaction = redaction;
    }

    @Override
    public void write(Entry entry, Bytes out) {
        if (entry instanceof Entry.Greeted greeted) {
            title(
                    out.put(OURS).put("Request ").decimal(greeted.answer().number()),
                    greeted.connection(),
                    greeted.request());
            request(greeted.connection(), greeted.request(), out);
        } else if (entry instanceof Entry.Checked checked) {
            title(
                    out.put(OURS)
                            .put("Health check ")
                            .decimal(checked.answer().status().code()),
                    checked.connection(),
                    checked.request());
            request(checked.connection(), checked.request(), out);
        } else if (entry instanceof Entry.Rejected rejected) {
            rejected(rejected, out);
        } else if (entry instanceof Entry.Lost lost) {
            lost(lost, out);
        } else if (entry instanceof Entry.AfterEnd after) {
            afterEnd(after, out);
        } else if (entry instanceof Entry.TurnedAway turnedAway) {
            Connection connection = turnedAway.connection();
            oneLine("Turned away", connection, turnedAway.epochMillis(), turnedAway.reason(), out);
        } else if (entry instanceof Entry.CutOff cutOff) {
            oneLine("Cut off", cutOff.connection(), cutOff.epochMillis(), cutOff.reason(), out);
        } else if (entry instanceof Entry.HandshakeFailed failed) {
            String text = failed.reason() + "; " + Descriptions.offered(failed.hello());
            oneLine("TLS handshake failed", failed.connection(), failed.epochMillis(), text, out);
        } else if (entry instanceof Entry.Suppressed more) {
            notice(Descriptions.suppressed(more), more.epochMillis(), out);
        } else if (entry instanceof Entry.Dropped dropped) {
            notice(Descriptions.dropped(dropped), dropped.epochMillis(), out);
        }
    }

    private void title(Bytes out, Connection connection, Request request) {
        title(out, connection, request.onConnection(), request.began().epochMillis());
    }

    private void title(Bytes out, Connection connection, long onConnection, long epochMillis) {
        out.put(NEXT).put(connection.peerText()).put(NEXT);
        Descriptions.channel(connection, out);
        out.put(" -- connection ").decimal(connection.number());
        if (onConnection > 0) {
            out.put(", request ").decimal(onConnection);
        }
        out.put(NEXT);
        timestamp.millis(epochMillis, out);
        out.put('\n');
    }

    private void request(Connection connection, Request request, Bytes out) {
        RequestHead head = request.head();
        HeadText.write(redaction.of(head.bytes()), out);
        if (!head.oddities().isEmpty()) {
            oddities(head, out);
        }
        bodyIfAny(request.body(), out);
        TlsFacts tls = connection.tls();
        if (tls != null && tls.client() != null) {
            clientCertificate(tls.client(), out);
        }
    }

    private static void oddities(RequestHead head, Bytes out) {
        for (Oddity oddity : head.oddities()) {
            out.put(OURS)
                    .put("odd: ")
                    .put(oddity.words())
                    .put(" (")
                    .put(oddity.reference())
                    .put(")\n");
        }
    }

    private void bodyIfAny(Body body, Bytes out) {
        if (body != Body.EMPTY) {
            body(body, out);
        }
    }

    private void body(Body body, Bytes out) {
        out.put(OURS).put("body: ").decimal(body.bytes()).put(" bytes");
        byte[] beginning = body.beginning();
        if (beginning.length > 0) {
            out.put(beginning.length < body.bytes() ? ", beginning with: " : ": ");
            out.printable(beginning, 0, beginning.length);
        }
        out.put('\n');
        TrailerSection trailers = body.trailers();
        if (trailers != null && trailers.fieldCount() > 0) {
            out.put(OURS).put("trailer fields:\n");
            HeadText.write(redaction.of(trailers.bytes()), out);
        }
    }

    private static void clientCertificate(TlsFacts.ClientCertificate client, Bytes out) {
        out.put(OURS).put("client certificate: ").put(Printable.ofText(client.subject()));
        out.put(", SHA-256 ").put(client.fingerprint()).put('\n');
    }

    private void rejected(Entry.Rejected entry, Bytes out) {
        out.put(OURS).put("Rejected ").decimal(entry.rejection().status());
        long began = entry.rejection().began().epochMillis();
        title(out, entry.connection(), entry.rejection().onConnection(), began);
        HeadText.write(entry.rejection().received(), out);
        bodyIfAny(entry.rejection().body(), out);
        out.put(OURS).put(Descriptions.latin1(entry.rejection().words())).put("\n\n");
    }

    private void lost(Entry.Lost entry, Bytes out) {
        title(out.put(OURS).put("No request"), entry.connection(), 0, entry.epochMillis());
        HeadText.write(redaction.ofRefused(entry.abandoned().received()), out);
        bodyIfAny(entry.abandoned().body(), out);
        out.put(OURS)
                .put(Descriptions.lost(entry.connection(), entry.abandoned()))
                .put("\n\n");
    }

    private void afterEnd(Entry.AfterEnd entry, Bytes out) {
        title(out.put(OURS).put("After the end"), entry.connection(), 0, entry.epochMillis());
        byte[] beginning = redaction.of(entry);
        HeadText.write(beginning, out);
        out.put(OURS).put("odd: ").put(Descriptions.latin1(Descriptions.afterEnd(entry)));
        if (beginning.length < entry.connection().surplus().bytes()) {
            out.put("; the first ").decimal(beginning.length).put(" are shown");
        }
        out.put("\n\n");
    }

    private void oneLine(String what, Connection connection, long epochMillis, String text, Bytes out) {
        out.put(OURS)
                .put(what)
                .put(NEXT)
                .put(connection.peerText())
                .put(NEXT)
                .put(connection.port().scheme());
        out.put(" -- connection ").decimal(connection.number()).put(NEXT);
        timestamp.millis(epochMillis, out);
        out.put(NEXT).put(Descriptions.latin1(text)).put('\n');
    }

    private void notice(String text, long epochMillis, Bytes out) {
        out.put(OURS).put(text).put(NEXT);
        timestamp.millis(epochMillis, out);
        out.put('\n');
    }
}
