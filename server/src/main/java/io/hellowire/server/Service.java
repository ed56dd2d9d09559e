package io.hellowire.server;

import io.hellowire.server.answer.Answers;
import io.hellowire.server.answer.Counter;
import io.hellowire.server.connection.Connections;
import io.hellowire.server.journal.Flood;
import io.hellowire.server.journal.Journal;
import io.hellowire.server.journal.Lane;
import io.hellowire.server.request.RequestLimits;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.FastThreadLocal;

/** What connections are served with; some of it each event loop has for itself. */
final class Service {

    private final ServerOptions options;
    private final Counter counter;
    private final Journal journal;
    private final Connections connections;
    private final FastThreadLocal<EventLoopService> ofThisLoop = new FastThreadLocal<>();

    Service(ServerOptions options, Counter counter, Journal journal) {
        this.options = options;
        this.counter = counter;
        this.journal = journal;
        this.connections = new Connections(options.limits().connections());
    }

    Connections connections() {
        return connections;
    }

    RequestLimits requestLimits() {
        return options.limits().requests();
    }

    /** The part of this event loop; must be called on it. */
    EventLoopService of(EventLoop loop) {
        EventLoopService service = ofThisLoop.get();
        if (service == null) {
            Lane lane = journal.lane(loop);
            service = new EventLoopService(
                    new Answers(counter, options.answers(), lane, connections),
                    new Flood(lane, loop, "failed TLS handshakes"),
                    new Flood(lane, loop, "connections turned away"));
            ofThisLoop.set(service);
        }
        return service;
    }
}
