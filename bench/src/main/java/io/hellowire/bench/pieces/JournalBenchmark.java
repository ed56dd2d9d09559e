package io.hellowire.bench.pieces;

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
import io.hellowire.server.journal.Entry;
import io.hellowire.server.journal.Journal;
import io.hellowire.server.journal.JournalOptions;
import io.hellowire.server.journal.JournalOptions.Destination;
import io.hellowire.server.journal.JournalOptions.HealthChecks;
import io.hellowire.server.journal.JournalOptions.Overflow;
import io.hellowire.server.journal.LogFormat;
import io.hellowire.server.journal.LoopJournal;
import io.hellowire.wire.HeadLimits;
import io.hellowire.wire.HeadReader;
import io.hellowire.wire.MalformedMessageException;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From a browser's request to its record, in each format, on its way to a file that keeps nothing. */
@State(Scope.Thread)
public class JournalBenchmark {

    private static final Path NULL = Path.of("/dev/null");

    /** How the record looks. */
    @Param({"BLOCK", "LINE", "JSON", "COMBINED"})
    public LogFormat format = LogFormat.BLOCK;

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private @Nullable LoopJournal journal;
    private Entry entry = new Entry.Dropped(0, 0);

    /** Receives a request. */
    @Setup
    public void receive() throws IOException, MalformedMessageException {
        byte[] bytes = RequestSize.BROWSER.head().getBytes(ISO_8859_1);
        var head =
                Objects.requireNonNull(HeadReader.ofRequests(HeadLimits.DEFAULT).read(Unpooled.wrappedBuffer(bytes)));
        var connection = new Connections(ConnectionLimits.DEFAULT).open(channel, Port.HTTP, Peer.of(channel));
        var answer = new Answer.Counted(Greeting.from("Hellowire"), 1234567, Shape.PLAIN);
        entry = new Entry.Greeted(connection, new Request(1, head, Body.EMPTY, StartTime.now()), answer, 20_000);
        JournalOptions options = new JournalOptions(
                format, new Destination.File(NULL), Overflow.WAIT, List.of(), null, HealthChecks.HIDDEN);
        journal = Journal.open(options, 1, () -> {}).of(channel.eventLoop());
    }

    /** Writes the record, and takes back the room of those that the file has. */
    @Benchmark
    public void record() {
        Objects.requireNonNull(journal).add(entry);
        channel.runPendingTasks();
    }
}
