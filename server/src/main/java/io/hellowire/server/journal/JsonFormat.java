package io.hellowire.server.journal;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import io.hellowire.server.connection.Connection;
import io.hellowire.server.exchange.Abandoned;
import io.hellowire.server.exchange.Answer;
import io.hellowire.server.exchange.Body;
import io.hellowire.server.exchange.Rejection;
import io.hellowire.server.exchange.Request;
import io.hellowire.wire.Oddity;
import io.hellowire.wire.RequestHead;
import io.hellowire.wire.TrailerSection;
import io.hellowire.wire.tls.ClientHello;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One JSON object for each entry, on a line of its own, as {@code journal.schema.json} describes it. Text that a peer
 * sent has one char for each byte; the whole head is there once more in base64, byte for byte.
 */
final class JsonFormat implements Format {

    /** All else as a backslash, u and four digits; Jackson looks at this for what is no ASCII only. */
    private static final char LAST_WRITTEN_AS_ITSELF = '~';

    /** Unlike that of {@link Instant#toString()}, its length is always the same. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Redaction redaction;
    private final Target target = new Target();
    private final JsonGenerator json;
    private final JsonFacts facts;

    JsonFormat(Redaction redaction) {
        this.redaction = redaction;
        try {
            JsonFactory factory = new JsonFactoryBuilder()
                    .rootValueSeparator("")
                    .characterEscapes(new DelEscaped())
                    .build();
            json = factory.createGenerator(target, JsonEncoding.UTF8).setHighestNonEscapedChar(LAST_WRITTEN_AS_ITSELF);
            facts = new JsonFacts(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(Entry entry, Bytes out) {
        target.bytes = out;
        try {
            json.writeStartObject();
            writeEntry(entry);
            json.writeEndObject();
            json.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory", e);
        }
        out.put('\n');
    }

    private void writeEntry(Entry entry) throws IOException {
        if (entry instanceof Entry.Greeted greeted) {
            begin("request", greeted.request().began().epochMillis());
            json.writeNumberField("number", greeted.answer().number());
            request(greeted.connection(), greeted.request(), greeted.answer(), greeted.nanos());
        } else if (entry instanceof Entry.Checked checked) {
            begin("health-check", checked.request().began().epochMillis());
            request(checked.connection(), checked.request(), checked.answer(), checked.nanos());
        } else if (entry instanceof Entry.Rejected rejected) {
            rejected(rejected);
        } else if (entry instanceof Entry.Lost lost) {
            lost(lost);
        } else if (entry instanceof Entry.AfterEnd after) {
            begin("after-end", after.epochMillis());
            facts.connection(after.connection());
            json.writeNumberField("bytes", after.connection().surplus().bytes());
            json.writeBinaryField("beginning", redaction.of(after));
            json.writeStringField("after", after.what());
        } else if (entry instanceof Entry.TurnedAway away) {
            begin("turned-away", away.epochMillis());
            facts.connection(away.connection());
            json.writeStringField("reason", away.reason());
        } else if (entry instanceof Entry.CutOff cutOff) {
            begin("cut-off", cutOff.epochMillis());
            facts.connection(cutOff.connection());
            json.writeStringField("reason", cutOff.reason());
        } else if (entry instanceof Entry.HandshakeFailed failed) {
            handshakeFailed(failed);
        } else if (entry instanceof Entry.Suppressed more) {
            begin("more-like-this", more.epochMillis());
            json.writeNumberField("count", more.count());
            json.writeStringField("what", more.what());
        } else if (entry instanceof Entry.Dropped dropped) {
            begin("dropped", dropped.epochMillis());
            json.writeNumberField("count", dropped.count());
        }
    }

    private void begin(String kind, long epochMillis) throws IOException {
        json.writeStringField("kind", kind);
        json.writeStringField("time", TIME.format(Instant.ofEpochMilli(epochMillis)));
    }

    private void request(Connection connection, Request request, Answer answer, long nanos) throws IOException {
        RequestHead head = request.head();
        facts.connection(connection);
        json.writeNumberField("requestOnConnection", request.onConnection());
        json.writeStringField("method", head.method());
        json.writeStringField("target", head.target());
        json.writeStringField("version", head.version());
        facts.fields("fields", head.fieldCount(), head::name, i -> redaction.hides(head.name(i)) ? "*" : head.value(i));
        byte[] shown = redaction.of(head.bytes());
        json.writeBinaryField("head", shown);
        json.writeArrayFieldStart("oddities");
        for (Oddity oddity : head.oddities()) {
            json.writeString(oddity.id());
        }
        json.writeEndArray();
        body(request.body());
        outcome(answer, nanos);
    }

    private void body(Body body) throws IOException {
        json.writeNumberField("bodyBytes", body.bytes());
        byte[] beginning = body.beginning();
        if (beginning.length > 0) {
            json.writeBinaryField("bodyBeginning", beginning);
        }
        TrailerSection trailers = body.trailers();
        if (trailers != null) {
            facts.fields(
                    "trailers",
                    trailers.fieldCount(),
                    trailers::name,
                    i -> redaction.hides(trailers.name(i)) ? "*" : trailers.value(i));
        }
    }

    private void outcome(Answer answer, long nanos) throws IOException {
        json.writeNumberField("status", answer.status().code());
        json.writeNumberField("answerBytes", answer.bodyBytes());
        json.writeNumberField("durationMicros", nanos / 1000);
    }

    private void rejected(Entry.Rejected entry) throws IOException {
        Rejection rejection = entry.rejection();
        begin("rejected", rejection.began().epochMillis());
        facts.connection(entry.connection());
        json.writeNumberField("requestOnConnection", rejection.onConnection());
        json.writeBinaryField("head", rejection.received());
        body(rejection.body());
        if (rejection.fault().length > 0) {
            json.writeBinaryField("fault", rejection.fault());
        }
        facts.optional("where", rejection.problem().where());
        json.writeStringField("found", rejection.problem().found());
        json.writeStringField("expected", rejection.problem().expected());
        outcome(entry.answer(), entry.nanos());
    }

    private void lost(Entry.Lost entry) throws IOException {
        Abandoned abandoned = entry.abandoned();
        begin("lost", entry.epochMillis());
        facts.connection(entry.connection());
        json.writeBinaryField("head", redaction.ofRefused(abandoned.received()));
        body(abandoned.body());
        json.writeStringField("awaited", abandoned.awaited().words());
        Duration limit = abandoned.limit();
        if (limit != null) {
            json.writeNumberField("limitMillis", limit.toMillis());
        }
        json.writeNumberField("waitedMillis", abandoned.waited().toMillis());
    }

    private void handshakeFailed(Entry.HandshakeFailed entry) throws IOException {
        begin("handshake-failed", entry.epochMillis());
        facts.connection(entry.connection());
        json.writeStringField("reason", entry.reason());
        json.writeNumberField("receivedBytes", entry.receivedBytes());
        ClientHello hello = entry.hello();
        if (hello != null) {
            facts.clientHello(hello);
        }
    }

    /** Lets the generator write into whatever bytes are current. */
    private static final class Target extends OutputStream {

        private Bytes bytes = new Bytes(0);

        @Override
        public void write(int oneByte) {
            bytes.put(oneByte);
        }

        @Override
        public void write(byte[] more, int from, int count) {
            bytes.put(more, from, count);
        }
    }
}
