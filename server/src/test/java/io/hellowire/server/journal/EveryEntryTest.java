package io.hellowire.server.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hellowire.server.connection.Awaited;
import io.hellowire.server.connection.Connection;
import io.hellowire.server.connection.ConnectionLimits;
import io.hellowire.server.connection.Connections;
import io.hellowire.server.connection.Peer;
import io.hellowire.server.connection.Port;
import io.hellowire.server.exchange.Abandoned;
import io.hellowire.server.exchange.Answer;
import io.hellowire.server.exchange.Body;
import io.hellowire.server.exchange.Greeting;
import io.hellowire.server.exchange.Rejection;
import io.hellowire.server.exchange.Request;
import io.hellowire.server.exchange.Shape;
import io.hellowire.server.exchange.StartTime;
import io.hellowire.server.exchange.Status;
import io.hellowire.wire.HeadLimits;
import io.hellowire.wire.HeadReader;
import io.hellowire.wire.MalformedMessageException;
import io.hellowire.wire.tls.ClientHello;
import io.hellowire.wire.tls.Offer;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of entry is shown by every format: a new one that a format does not know fails here. */
class EveryEntryTest {

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Connection connection =
            new Connections(ConnectionLimits.DEFAULT).open(channel, Port.HTTP, Peer.of(channel));

    private final Map<Class<?>, Entry> samples = samples().collect(toMap(Entry::getClass, identity()));

    @Test
    void thereIsASampleOfEachKind() {
        assertThat(samples.keySet()).isEqualTo(Set.of(Entry.class.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @EnumSource(LogFormat.class)
    void everyFormatShowsEachKindInItsOwnWay(LogFormat format) {
        Format encoder = format.make(new Redaction(List.of()));
        List<String> records = samples.values().stream()
                .map(entry -> {
                    Bytes out = new Bytes(64);
                    encoder.write(entry, out);
                    return out.toString();
                })
                .toList();
        assertThat(records)
                .doesNotHaveDuplicates()
                .allSatisfy(record -> assertThat(record).endsWith("\n").hasSizeGreaterThan(30));
    }

    @Test
    void jsonNamesEachKindAndItsTime() throws IOException {
        Format json = LogFormat.JSON.make(new Redaction(List.of()));
        for (Entry entry : samples.values()) {
            Bytes out = new Bytes(64);
            json.write(entry, out);
            JsonNode node = new ObjectMapper().readTree(out.toString());
            assertThat(node.path("kind").asText()).as(entry.toString()).isNotEmpty();
            assertThat(node.path("time").asText()).as(entry.toString()).endsWith("Z");
            assertThat(node.size()).as(entry.toString()).isGreaterThan(2);
        }
    }

    private Stream<Entry> samples() {
        Answer text = new Answer.Text(Status.of(400), List.of(), "no", Shape.LAST);
        Answer.Counted counted = new Answer.Counted(Greeting.from("Hellowire"), 7, Shape.PLAIN);
        return Stream.of(
                new Entry.Greeted(connection, request(), counted, 1000),
                new Entry.Checked(connection, request(), text, 1000),
                new Entry.Rejected(connection, rejection(), text, 1000),
                new Entry.Lost(connection, abandoned(), 1),
                new Entry.AfterEnd(connection, "the end of the request", false, 1),
                new Entry.TurnedAway(connection, "too many", 1),
                new Entry.CutOff(connection, "no room", 1),
                new Entry.HandshakeFailed(connection, hello(), "no shared cipher", 200, 1),
                new Entry.Suppressed(3, "failed TLS handshakes", 1),
                new Entry.Dropped(4, 1));
    }

    private static Request request() {
        byte[] bytes = "GET /a HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(ISO_8859_1);
        try {
            var head = HeadReader.ofRequests(HeadLimits.DEFAULT).read(Unpooled.wrappedBuffer(bytes));
            return new Request(1, head, Body.EMPTY, new StartTime(1, 1));
        } catch (MalformedMessageException e) {
            throw new AssertionError(e);
        }
    }

    private static Rejection rejection() {
        return new Rejection(1, new byte[] {'x'}, 400, "line 1", "x", "y", new StartTime(1, 1));
    }

    private static Abandoned abandoned() {
        return new Abandoned(Awaited.REQUEST, Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    private static ClientHello hello() {
        return new ClientHello(
                "00", "a", new Offer(0x0303, List.of(0x0304), List.of(0x1301), null, null, List.of("h2"), false));
    }
}
