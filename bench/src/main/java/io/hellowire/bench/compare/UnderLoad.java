package io.hellowire.bench.compare;

import io.hellowire.bench.load.Load;
import io.hellowire.bench.peer.KeyKind;
import io.hellowire.bench.peer.Peer;
import io.hellowire.bench.peer.Server;
import io.hellowire.bench.process.Child;
import io.hellowire.bench.process.Cores;
import io.hellowire.bench.process.CpuTime;
import java.io.IOException;
import java.time.Duration;

/** A server that stays up over all samples; each is the CPU time that it needs for one request of the load. */
final class UnderLoad implements Contestant {

    /** The part of the CPU time that a JIT compiler may still take when a server counts as warm. */
    private static final double COMPILING_AT_REST = 0.03;
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
        UnderLoad contestant = new UnderLoad(Server.start(peer, key, cores), load, effort.slice());
        contestant.warmUp(effort.warmUp(), effort.patience());
        return contestant;
    }

    /** By CPU time, which a busy machine does not shorten, and until a JIT compiler rests; but not for ever. */
    private void warmUp(Duration cpu, Duration patience) throws IOException {
        Child process = server.process();
        CpuTime start = process.cpu();
        long end = System.nanoTime() + patience.toNanos();
        boolean warm = false;
        while (!warm && System.nanoTime() < end) {
            CpuTime before = process.cpu();
            CpuTime compiledBefore = process.compiling();
            load.run(server, slice);
            double compiling = process.compiling().microsecondsSince(compiledBefore);
            boolean rests = compiling <= COMPILING_AT_REST * process.cpu().microsecondsSince(before);
            warm = rests && process.cpu().microsecondsSince(start) >= cpu.toMillis() * 1e3;
        }
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
