package io.hellowire.server.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hellowire.bench.load.RequestSize;
import io.hellowire.server.connection.ConnectionLimits;
import io.hellowire.server.connection.Connections;
import io.hellowire.server.connection.Peer;
import io.hellowire.server.connection.Port;
import io.hellowire.server.exchange.Answer;
import io.hellowire.server.exchange.Body;
import io.hellowire.server.exchange.Greeting;
import io.hellowire.server.exchange.Request;
import io.hellowire.server.exchange.Shape;
import io.hellowire.server.exchange.StartTime;
import io.hellowire.wire.HeadLimits;
import io.hellowire.wire.HeadReader;
import io.hellowire.wire.MalformedMessageException;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From a browser's request to its record, in each format; in this package, since the formats are nobody else's. */
@State(Scope.Thread)
public class JournalBenchmark {

    /** How the record looks. */
    @Param({"BLOCK", "LINE", "JSON", "COMBINED"})
    public LogFormat format = LogFormat.BLOCK;

    private final Bytes out = new Bytes(64 * 1024);
    private Format encoder = LogFormat.BLOCK.make(new Redaction(List.of()));
    private Entry entry = new Entry.Dropped(0, 0);

    /** Receives a request. */
    @Setup
    public void receive() throws MalformedMessageException {
        byte[] bytes = RequestSize.BROWSER.head().getBytes(ISO_8859_1);
        var head =
                Objects.requireNonNull(HeadReader.ofRequests(HeadLimits.DEFAULT).read(Unpooled.wrappedBuffer(bytes)));
        var channel = new EmbeddedChannel();
        var connection = new Connections(ConnectionLimits.DEFAULT).open(channel, Port.HTTP, Peer.of(channel));
        var answer = new Answer.Counted(Greeting.from("Hellowire"), 1234567, Shape.PLAIN);
        entry = new Entry.Greeted(connection, new Request(1, head, Body.EMPTY, StartTime.now()), answer, 20_000);
        encoder = format.make(new Redaction(List.of()));
    }

    /** Writes the record. */
    @Benchmark
    public int record() {
        out.truncate(0);
        encoder.write(entry, out);
        return out.length();
    }
}
