package io.hellowire.bench.compare;

import io.hellowire.bench.load.Load;
import io.hellowire.bench.load.PacedRequests;
import io.hellowire.bench.load.RequestSize;
import io.hellowire.bench.load.Wrk;
import io.hellowire.bench.peer.KeyKind;
import io.hellowire.bench.peer.Peer;
import io.hellowire.bench.peer.Server;
import io.hellowire.bench.process.Cores;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * A server that is asked half as often as the slowest of them can answer: the time within which it answers 99 of a
 * hundred requests. The load generator is this JVM, which has the loading core.
 */
final class HalfLoad implements Contestant {

    private static final int CONNECTIONS = 64;
    private static final double PERCENTILE = 99;
    private static final int LOOKS = 3;

    private final Server server;
    private final Duration slice;
    private final SlowestRate slowest;
    private final PacedRequests requests = new PacedRequests(RequestSize.CURL, CONNECTIONS);

    private HalfLoad(Server server, Duration slice, SlowestRate slowest) {
        this.server = server;
        this.slice = slice;
        this.slowest = slowest;
    }

    /**
     * Starts the server, warms it up and sees how often it answers when nothing holds it back.
     *
     * @param slowest shared with those that it is measured against
     */
    static HalfLoad start(Peer peer, Cores cores, Effort effort, SlowestRate slowest) throws IOException {
        Load full = new Wrk(cores, RequestSize.CURL, CONNECTIONS, Wrk.Manner.KEEP_ALIVE);
        Server server = Server.start(peer, KeyKind.EC_P256, cores);
        effort.warmth().reach(server, full, effort.slice());
        HalfLoad contestant = new HalfLoad(server, effort.slice(), slowest);
        try {
            contestant.find(full);
        } catch (IOException | RuntimeException e) {
            contestant.close();
            throw e;
        }
        return contestant;
    }

    /** How often it answers at most; and lets our load generator warm up, which is a JVM, too. */
    private void find(Load full) throws IOException {
        List<Double> rates = new ArrayList<>();
        for (int i = 0; i < LOOKS; i++) {
            rates.add(full.run(server, slice).perSecond());
        }
        slowest.seen(Spread.of(rates).median());
        for (int i = 0; i < LOOKS; i++) {
            sample();
        }
    }

    @Override
    public Sample sample() throws IOException {
        server.site().emptyLogs();
        Histogram times = requests.run(server.site().http(), slowest.perSecond() / 2, slice);
        return new Sample(
                times.getValueAtPercentile(PERCENTILE) / 1e3,
                times.getTotalCount() / (slice.toNanos() / 1e9),
                server.process().residentKiB());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
