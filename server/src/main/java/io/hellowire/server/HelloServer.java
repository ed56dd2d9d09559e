package io.hellowire.server;

import io.hellowire.capture.Capture;
import io.hellowire.server.connection.Connections;
import io.hellowire.server.connection.LastResort;
import io.hellowire.server.counter.Counter;
import io.hellowire.server.journal.Journal;
import io.hellowire.server.journal.Unwritten;
import io.hellowire.server.tls.TlsContexts;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server from start to stop.
 *
 * <pre>{@code
 * HelloServer server = HelloServer.start(options, () -> {});
 * server.httpPort(); // the real one, also if 0 was asked for
 * server.stop();
 * }</pre>
 */
public final class HelloServer {

    private static final Logger LOGGER = LoggerFactory.getLogger(HelloServer.class);
    private static final Duration LOOK_FOR_CERTIFICATES = Duration.ofSeconds(2);
    private static final Duration LEAST_FLUSH_TIME = Duration.ofSeconds(2);
    private static final Duration LAST_MOMENTS = Duration.ofSeconds(3);
    private static final Duration IN_A_HURRY = Duration.ofMillis(500);

    private final ServerOptions options;
    private final EventLoopGroup loops;
    private final Journal journal;
    private final ServerResources resources;
    private final @Nullable TlsContexts tls;
    private final @Nullable Capture capture;
    private final ListeningSockets sockets;
    private final CompletableFuture<@Nullable Void> hurried = new CompletableFuture<>();

    private HelloServer(
            ServerOptions options,
            Counter counter,
            Journal journal,
            @Nullable TlsContexts tls,
            @Nullable Capture capture) {
        this.options = options;
        this.journal = journal;
        this.tls = tls;
        this.capture = capture;
        this.resources = new ServerResources(options, counter, journal, capture);
        this.loops = new MultiThreadIoEventLoopGroup(
                options.engine().eventLoops(),
                new DefaultThreadFactory("loop"),
                options.engine().transport().ioHandlers());
        loops.forEach(loop -> loop.terminationFuture().addListener(ended -> loopEnded()));
        this.sockets = new ListeningSockets(
                options.listeners(),
                options.engine().transport(),
                loops,
                port -> new ServerPipeline(port, resources, tls));
    }

    private void loopEnded() {
        if (!resources.connections().isGoingAway()) {
            LastResort.take(new InternalError("an event loop has ended (expected: to run until the server stops)"));
        }
    }

    /**
     * Starts a server that counts for itself.
     *
     * @param whenJournalIsGone is run if the journal can never be written again and no record may be lost
     * @throws IOException if a certificate cannot be used, a port is taken or not ours to use, or the journal's file
     *     cannot be opened; nothing of the server is left then
     */
    public static HelloServer start(ServerOptions options, Runnable whenJournalIsGone) throws IOException {
        return start(options, Counter.from(options.answers().firstNumber()), whenJournalIsGone);
    }

    /**
     * Starts a server.
     *
     * @param counter gives the numbers
     * @param whenJournalIsGone is run if the journal can never be written again and no record may be lost
     * @throws IOException as above
     */
    public static HelloServer start(ServerOptions options, Counter counter, Runnable whenJournalIsGone)
            throws IOException {
        Capture capture = options.capture().isOn() ? Capture.prepare(options.capture(), name(), LOGGER::warn) : null;
        try {
            return start(options, counter, whenJournalIsGone, capture);
        } catch (IOException e) {
            if (capture != null) {
                capture.close();
            }
            throw e;
        }
    }

    private static HelloServer start(
            ServerOptions options, Counter counter, Runnable whenJournalIsGone, @Nullable Capture capture)
            throws IOException {
        TlsContexts tls =
                options.tls() == null ? null : TlsContexts.open(options.tls(), LOOK_FOR_CERTIFICATES, capture);
        Journal journal = openJournal(options, tls, whenJournalIsGone);
        HelloServer server = new HelloServer(options, counter, journal, tls, capture);
        try {
            server.sockets.open();
            if (capture != null) {
                capture.begin(); // not before: a second server on the same ports must not touch the first one's file
            }
        } catch (IOException e) {
            server.stop();
            throw e;
        }
        return server;
    }

    private static Journal openJournal(ServerOptions options, @Nullable TlsContexts tls, Runnable whenJournalIsGone)
            throws IOException {
        try {
            return Journal.open(options.journal(), options.engine().eventLoops(), whenJournalIsGone);
        } catch (IOException e) {
            if (tls != null) {
                tls.close();
            }
            throw e;
        }
    }

    private static String name() {
        String version = HelloServer.class.getPackage().getImplementationVersion();
        return "hellowire-server" + (version == null ? "" : " " + version);
    }

    /** The port for HTTP, {@code null} if there is none. */
    public @Nullable Integer httpPort() {
        return sockets.httpPort();
    }

    /** The port for HTTPS, {@code null} if there is none. */
    public @Nullable Integer httpsPort() {
        return sockets.httpsPort();
    }

    /** How TLS is spoken, {@code null} if it is not. */
    public @Nullable TlsContexts tls() {
        return tls;
    }

    /** How many requests it greeted or refused, once it has stopped. */
    public long requests() {
        return journal.requests();
    }

    /** What is captured, {@code null} if nothing is. */
    public @Nullable Capture capture() {
        return capture;
    }

    /** Waits for nobody any more while it {@linkplain #stop stops}; may be called on any thread. */
    public void hurry() {
        hurried.complete(null);
    }

    /**
     * Stops: no new connection is taken, what is in flight is finished as far as the drain time lets it, the journal is
     * written to its end.
     *
     * @return what could not be written
     */
    public Unwritten stop() {
        long end = System.nanoTime() + options.engine().drainTime().toNanos();
        resources.connections().goAway();
        sockets.close();
        try {
            if (tls != null) {
                tls.stopWatching();
            }
            Connections connections = resources.connections();
            onEachLoop(connections::goAway);
            CompletableFuture<?> empty = connections.whenEmpty();
            await(CompletableFuture.anyOf(empty, hurried), Math.max(1, end - System.nanoTime()));
            onEachLoop(connections::cutOff);
            await(empty, (hurried.isDone() ? IN_A_HURRY : LAST_MOMENTS).toNanos());
            onEachLoop(connections::drop);
            await(empty, IN_A_HURRY.toNanos());
            long left = Math.max(LEAST_FLUSH_TIME.toNanos(), end - System.nanoTime());
            return journal.finish(Duration.ofNanos(left));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Unwritten.NOTHING;
        } finally {
            loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
            if (tls != null) {
                tls.close();
            }
            if (capture != null) {
                capture.close();
            }
        }
    }

    private void onEachLoop(Consumer<EventLoop> action) {
        for (EventExecutor loop : loops) {
            loop.execute(() -> action.accept((EventLoop) loop));
        }
    }

    private static void await(CompletableFuture<?> event, long nanos) throws InterruptedException {
        try {
            event.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            // Then it goes on without.
        } catch (ExecutionException e) {
            throw new IllegalStateException("nothing completes it with a failure", e);
        }
    }
}
