package io.hellowire.bench.compare;

import io.hellowire.bench.peer.Peer;
import io.hellowire.bench.peer.Server;
import io.hellowire.bench.process.Child;
import io.hellowire.bench.process.Cores;
import io.hellowire.bench.process.CpuTime;
import java.io.IOException;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A client that fetches a small file: how long it says that a part of that took, in a process of its own each time. */
final class FetchTime implements Contestant {

    private final Server server;
    private final List<String> command;
    private final ToDoubleFunction<SaidTimes> part;

    private FetchTime(Server server, List<String> command, ToDoubleFunction<SaidTimes> part) {
        this.server = server;
        this.command = command;
        this.part = part;
    }

    /** Starts the file server; a time as short as this is measured on both cores, as people would. */
    static FetchTime by(Peer client, Cores cores, ToDoubleFunction<SaidTimes> part) throws IOException {
        Server server = Fetch.server(cores, 1);
        return new FetchTime(server, cores.both(client.commandIn(server.site())), part);
    }

    /** Its second figure is how many such fetches a second of CPU time would do. */
    @Override
    public Sample sample() {
        CpuTime before = CpuTime.ofEndedChildren();
        SaidTimes said = SaidTimes.in(Child.run(command));
        double seconds = Math.max(1e4, CpuTime.ofEndedChildren().microsecondsSince(before)) / 1e6;
        return new Sample(Math.max(0.001, part.applyAsDouble(said)), 1 / seconds, 0);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
