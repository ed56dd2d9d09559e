package io.hellowire.bench.compare;

import io.hellowire.bench.peer.KeyKind;
import io.hellowire.bench.peer.Peer;
import io.hellowire.bench.peer.Server;
import io.hellowire.bench.peer.Site;
import io.hellowire.bench.process.Cores;
import io.hellowire.bench.process.CpuTime;
import java.io.IOException;

/** How long it takes from the start of the process, on both cores, to its first answer over HTTP. */
record FirstAnswer(Peer peer, Kind kind, Cores cores) implements Contestant {

    /** One tick, in milliseconds: less than that cannot be told from nothing. */
    private static final double LEAST_CPU = 10;

    enum Kind {
        WALL,
        CPU
    }

    @Override
    public Sample sample() throws IOException {
        Site site = peer.settle(KeyKind.EC_P256);
        long start = System.nanoTime();
        try (Server server = Server.start(site, cores.both(peer.commandIn(site)))) {
            double wall = (System.nanoTime() - start) / 1e6;
            double cpu = Math.max(LEAST_CPU, server.process().cpu().microsecondsSince(CpuTime.NONE) / 1e3);
            double cost = switch (kind) {
                case WALL -> wall;
                case CPU -> cpu;
            };
            return new Sample(cost, 1e3 / wall, server.process().residentKiB());
        }
    }
}
