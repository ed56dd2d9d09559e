package io.hellowire.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hellowire.server.ServerOptions.Engine;
import io.hellowire.server.ServerOptions.Limits;
import io.hellowire.server.answer.AnswerOptions;
import io.hellowire.server.connection.ConnectionLimits;
import io.hellowire.server.connection.Timeouts;
import io.hellowire.server.counter.Counter;
import io.hellowire.server.exchange.Greeting;
import io.hellowire.server.exchange.RequestLimits;
import io.hellowire.server.journal.JournalOptions;
import io.hellowire.server.journal.JournalOptions.Destination;
import io.hellowire.server.journal.JournalOptions.HealthChecks;
import io.hellowire.server.journal.JournalOptions.Overflow;
import io.hellowire.server.journal.LogFormat;
import io.hellowire.server.journal.Unwritten;
import io.hellowire.server.tls.CertificateSource;
import io.hellowire.server.tls.TlsOptions;
import io.hellowire.wire.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** A server in this process, on free ports, whose journal is a file in a directory of the test. */
final class TestServer implements AutoCloseable {

    private final HelloServer server;
    private final Path journal;
    private final Path directory;
    private boolean stopped;

    private TestServer(ServerOptions options, Counter counter, Path directory, Path journal) throws IOException {
        this.server = HelloServer.start(options, counter, () -> {});
        this.directory = directory;
        this.journal = journal;
    }

    /** Starts one with blocks as its journal. */
    static TestServer in(Path directory) throws IOException {
        return in(directory, options -> options);
    }

    /** Starts one whose options are changed first. */
    static TestServer in(Path directory, UnaryOperator<ServerOptions> change) throws IOException {
        Path journal = directory.resolve("journal");
        return new TestServer(change.apply(options(directory, journal)), Counter.from(0), directory, journal);
    }

    /** Starts one that counts like this. */
    static TestServer counting(Path directory, Counter counter) throws IOException {
        Path journal = directory.resolve("journal");
        return new TestServer(options(directory, journal), counter, directory, journal);
    }

    static ServerOptions options(Path directory, Path journal) {
        return new ServerOptions(
                new Listeners(List.of(), 0, 0, null, 1024),
                TlsOptions.with(CertificateSource.automatic(directory)),
                AnswerOptions.DEFAULT,
                journal(LogFormat.BLOCK, new Destination.File(journal), List.of()),
                Limits.DEFAULT,
                new Engine(Transport.best(), 2, Duration.ofSeconds(5)));
    }

    static JournalOptions journal(LogFormat format, Destination destination, List<String> redacted) {
        return new JournalOptions(format, destination, Overflow.WAIT, redacted, null, HealthChecks.HIDDEN);
    }

    /** Another greeting. */
    static UnaryOperator<ServerOptions> greeting(Greeting greeting) {
        AnswerOptions answers = new AnswerOptions(greeting, 0, "/healthz", null);
        return o -> new ServerOptions(o.listeners(), o.tls(), answers, o.journal(), o.limits(), o.engine());
    }

    /** Another journal, in the same file. */
    static UnaryOperator<ServerOptions> format(LogFormat format, String... redacted) {
        return o -> {
            JournalOptions journal = journal(format, o.journal().destination(), List.of(redacted));
            return new ServerOptions(o.listeners(), o.tls(), o.answers(), journal, o.limits(), o.engine());
        };
    }

    /** Other limits for requests. */
    static UnaryOperator<ServerOptions> requests(RequestLimits requests) {
        return limits(new Limits(ConnectionLimits.DEFAULT, requests));
    }

    /** Other limits for connections. */
    static UnaryOperator<ServerOptions> connections(ConnectionLimits connections) {
        return limits(new Limits(connections, RequestLimits.DEFAULT));
    }

    /** All timeouts as short as this. */
    static UnaryOperator<ServerOptions> timeouts(Duration each) {
        return connections(new ConnectionLimits(100, null, new Timeouts(each, each, each, each, each)));
    }

    private static UnaryOperator<ServerOptions> limits(Limits limits) {
        return o -> new ServerOptions(o.listeners(), o.tls(), o.answers(), o.journal(), limits, o.engine());
    }

    /** Another way to speak TLS. */
    static UnaryOperator<ServerOptions> tls(TlsOptions tls) {
        return o -> new ServerOptions(o.listeners(), tls, o.answers(), o.journal(), o.limits(), o.engine());
    }

    int httpPort() {
        return required(server.httpPort());
    }

    int httpsPort() {
        return required(server.httpsPort());
    }

    private static int required(Integer port) {
        if (port == null) {
            throw new IllegalStateException("no such port");
        }
        return port;
    }

    String httpUrl() {
        return "http://127.0.0.1:" + httpPort() + "/";
    }

    String httpsUrl() {
        return "https://127.0.0.1:" + httpsPort() + "/";
    }

    /** The certificate that it made. */
    Path certificate() {
        return directory.resolve("hellowire.pem");
    }

    /** Waits until this is in the journal. */
    void awaitJournal(String text) throws IOException {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!Files.readString(journal, UTF_8).contains(text)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the journal did not show: " + text);
            }
            Thread.onSpinWait();
        }
    }

    /** Stops the server and gives the whole journal. */
    String journal() {
        close();
        try {
            return Files.readString(journal, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (!stopped) {
            stopped = true;
            Unwritten lost = server.stop();
            if (!lost.equals(Unwritten.NOTHING)) {
                throw new AssertionError("lost: " + lost);
            }
        }
    }
}
