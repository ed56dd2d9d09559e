package io.hellowire.bench.compare;

import static io.hellowire.bench.compare.Work.Field.CLIENTS;
import static io.hellowire.bench.compare.Work.Field.SERVERS;
import static io.hellowire.bench.load.RequestSize.BROWSER;
import static io.hellowire.bench.load.RequestSize.CURL;
import static io.hellowire.bench.load.Wrk.Manner.CLOSE;
import static io.hellowire.bench.load.Wrk.Manner.KEEP_ALIVE;
import static io.hellowire.bench.load.Wrk.Manner.PIPELINED_16;
import static io.hellowire.bench.load.Wrk.Manner.TLS;
import static io.hellowire.bench.load.Wrk.Manner.TLS_CLOSE;

import io.hellowire.bench.load.Load;
import io.hellowire.bench.load.Wrk;
import io.hellowire.bench.peer.KeyKind;
import io.hellowire.bench.peer.Peer;
import io.hellowire.bench.process.Cores;
import java.util.ArrayList;
import java.util.List;

/** Every work that is measured, in the order of the table. */
final class Works {

    private static final String REQUEST = "us CPU/request";
    private static final String HANDSHAKE = "us CPU/handshake";

    private final Cores cores;
    private final Effort effort;

    Works(Cores cores, Effort effort) {
        this.cores = cores;
        this.effort = effort;
    }

    List<Work> all() {
        List<Work> all = new ArrayList<>(requests());
        for (int crowd : effort.crowds()) {
            all.add(load("connections-" + crowd, REQUEST, new Wrk(cores, CURL, crowd, KEEP_ALIVE)));
        }
        all.addAll(others());
        return all;
    }

    private List<Work> requests() {
        return List.of(
                load("keep-alive-curl", REQUEST, new Wrk(cores, CURL, 64, KEEP_ALIVE)),
                load("keep-alive-browser", REQUEST, new Wrk(cores, BROWSER, 64, KEEP_ALIVE)),
                load("pipelined-16", REQUEST, new Wrk(cores, CURL, 64, PIPELINED_16)),
                load("new-connection", REQUEST, new Wrk(cores, CURL, 64, CLOSE)),
                load("tls-keep-alive", REQUEST, new Wrk(cores, CURL, 64, TLS)));
    }

    private List<Work> others() {
        return List.of(
                handshakes("tls-handshake-ec", KeyKind.EC_P256),
                handshakes("tls-handshake-rsa", KeyKind.RSA_2048),
                new Work("idle-plain", "KiB/connection", SERVERS, peer -> idle(peer, Idle.Kind.PLAIN)),
                new Work("idle-tls", "KiB/connection", SERVERS, peer -> idle(peer, Idle.Kind.TLS)),
                new Work("start", "ms to first answer", SERVERS, peer -> start(peer, FirstAnswer.Kind.WALL)),
                new Work("start-cpu", "ms CPU to first answer", SERVERS, peer -> start(peer, FirstAnswer.Kind.CPU)),
                new Work("fetch", "ms CPU/GiB", CLIENTS, peer -> Fetch.by(peer, cores, effort.fetchMiB())));
    }

    private Work load(String name, String unit, Load load) {
        return new Work(name, unit, SERVERS, peer -> UnderLoad.start(peer, KeyKind.EC_P256, load, cores, effort));
    }

    private Work handshakes(String name, KeyKind key) {
        Load load = new Wrk(cores, CURL, 16, TLS_CLOSE);
        return new Work(name, HANDSHAKE, SERVERS, peer -> UnderLoad.start(peer, key, load, cores, effort));
    }

    private Contestant idle(Peer peer, Idle.Kind kind) {
        return new Idle(peer, kind, cores, effort.idleConnections());
    }

    private Contestant start(Peer peer, FirstAnswer.Kind kind) {
        return new FirstAnswer(peer, kind, cores);
    }
}
