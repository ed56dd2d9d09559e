package io.hellowire.bench.compare;

import io.hellowire.bench.load.IdleConnections;
import io.hellowire.bench.peer.KeyKind;
import io.hellowire.bench.peer.Peer;
import io.hellowire.bench.peer.Server;
import io.hellowire.bench.process.Cores;
import java.io.IOException;

/**
 * What a connection costs that has been answered and says nothing more: for each sample a new process, and its resident
 * memory with the connections open, less what it was with the first few, over their number.
 */
record Idle(Peer peer, Kind kind, Cores cores, int count) implements Contestant {

    /** Enough to have everything loaded and every pool begun. */
    private static final int FIRST_FEW = 100;

    enum Kind {
        PLAIN,
        TLS
    }

    @Override
    public Sample sample() throws IOException {
        try (Server server = Server.start(peer, KeyKind.EC_P256, cores)) {
            open(server, FIRST_FEW).close();
            long before = server.process().residentKiB();
            long start = System.nanoTime();
            try (IdleConnections connections = open(server, count)) {
                double seconds = (System.nanoTime() - start) / 1e9;
                if (connections.stillOpen() != count) {
                    throw new IllegalStateException(
                            "idle connections: " + connections.stillOpen() + " left (expected: " + count + ")");
                }
                long with = server.process().residentKiB();
                return new Sample((double) (with - before) / count, count / seconds, with);
            }
        }
    }

    private IdleConnections open(Server server, int number) throws IOException {
        return switch (kind) {
            case PLAIN -> IdleConnections.open(server.site().http(), number);
            case TLS -> IdleConnections.openTls(server.site().https(), number);
        };
    }
}
