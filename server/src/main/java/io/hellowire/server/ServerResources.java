package io.hellowire.server;

import io.hellowire.capture.Capture;
import io.hellowire.capture.ConnectionCapture;
import io.hellowire.server.answer.AnswerPolicy;
import io.hellowire.server.connection.Connection;
import io.hellowire.server.connection.Connections;
import io.hellowire.server.counter.Counter;
import io.hellowire.server.exchange.RequestLimits;
import io.hellowire.server.http1.Http1AnswerBytes;
import io.hellowire.server.journal.Journal;
import io.hellowire.server.journal.LoopJournal;
import io.hellowire.server.journal.RateLimit;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.FastThreadLocal;
import org.jspecify.annotations.Nullable;

/** What connections are served with; some of it each event loop has for itself. */
final class ServerResources {

    private final ServerOptions options;
    private final Counter counter;
    private final Journal journal;
    private final Connections connections;
    private final AnswerPolicy policy;
    private final @Nullable Capture capture;
    private final FastThreadLocal<LoopResources> ofThisLoop = new FastThreadLocal<>();

    /** @param capture takes what crosses the wire, {@code null} if nobody wants it */
    ServerResources(ServerOptions options, Counter counter, Journal journal, @Nullable Capture capture) {
        this.options = options;
        this.counter = counter;
        this.journal = journal;
        this.capture = capture;
        this.connections = new Connections(options.limits().connections());
        this.policy = new AnswerPolicy(options.answers(), connections);
    }

    Connections connections() {
        return connections;
    }

    /** The capture of this connection, {@code null} if there is none. */
    @Nullable
    ConnectionCapture capture(Connection connection) {
        return capture == null
                ? null
                : capture.accepted("connection " + connection.number() + " on the "
                        + connection.port().scheme() + " port");
    }

    Counter counter() {
        return counter;
    }

    /** Says what is answered. */
    AnswerPolicy policy() {
        return policy;
    }

    RequestLimits requestLimits() {
        return options.limits().requests();
    }

    /** The part of this event loop; must be called on it. */
    LoopResources of(EventLoop loop) {
        LoopResources resources = ofThisLoop.get();
        if (resources == null) {
            LoopJournal loopJournal = journal.of(loop);
            resources = new LoopResources(
                    loopJournal,
                    new RateLimit(loopJournal, loop, "failed TLS handshakes"),
                    new RateLimit(loopJournal, loop, "connections turned away"),
                    new RateLimit(loopJournal, loop, "connections cut off"),
                    new Http1AnswerBytes());
            ofThisLoop.set(resources);
        }
        return resources;
    }
}
