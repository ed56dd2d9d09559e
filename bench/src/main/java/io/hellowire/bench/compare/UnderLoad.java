package io.hellowire.bench.compare;

import io.hellowire.bench.load.Load;
import io.hellowire.bench.peer.KeyKind;
import io.hellowire.bench.peer.Peer;
import io.hellowire.bench.peer.Server;
import io.hellowire.bench.process.Cores;
import io.hellowire.bench.process.CpuTime;
import java.io.IOException;
import java.time.Duration;

/** A server that stays up over all samples; each is the CPU time that it needs for one request of the load. */
final class UnderLoad implements Contestant {

    /** More requests than any log holds back in memory. */
    private static final int MOST_BUFFERED = 10_000;

    private final Server server;
    private final Load load;
    private final Duration slice;

    private UnderLoad(Server server, Load load, Duration slice) {
        this.server = server;
        this.load = load;
        this.slice = slice;
    }

    static UnderLoad start(Peer peer, KeyKind key, Load load, Cores cores, Effort effort) throws IOException {
        Server server = Server.start(peer, key, cores);
        effort.warmth().reach(server, load.warmUp(), effort.slice());
        return new UnderLoad(server, load, effort.slice());
    }

    @Override
    public Sample sample() throws IOException {
        server.site().emptyLogs();
        CpuTime before = server.process().cpu();
        Load.Served served = load.run(server, slice);
        double microseconds = server.process().cpu().microsecondsSince(before);
        if (served.count() > MOST_BUFFERED && server.site().loggedBytes() == 0) {
            throw new IllegalStateException("log: empty (expected: every request in it)");
        }
        return new Sample(
                microseconds / served.count(),
                served.perSecond(),
                server.process().residentKiB());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
