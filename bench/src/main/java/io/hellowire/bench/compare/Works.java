package io.hellowire.bench.compare;

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
import io.hellowire.bench.peer.Peers;
import io.hellowire.bench.process.Cores;
import io.hellowire.bench.process.Jdk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Every work that is measured, in the order of the table. */
final class Works {

    private static final String REQUEST = "us CPU/request";
    private static final String HANDSHAKE = "us CPU/handshake";

    private final Cores cores;
    private final Effort effort;
    private final Field servers;
    private final Field nginx;
    private final Field loops;
    private final Field captures;
    private final Peer ourClient;

    Works(Cores cores, Effort effort, Path root) {
        this.cores = cores;
        this.effort = effort;
        Peer hellowire = Peers.hellowire(root.resolve("server/target/hellowire-server.jar"));
        this.servers = Field.of(hellowire, Peers.others());
        this.loops = Field.of(
                hellowire.with("hellowire", "--threads=2"), List.of(hellowire.with("one-loop", "--threads=1")));
        this.captures = Field.of(
                hellowire.with("hellowire", "--capture={folder}/wire.pcapng", "--capture-ring=2x64M"),
                List.of(hellowire.with("no-capture")));
        this.nginx = servers.usuallyAgainst("nginx");
        this.ourClient = Peers.hellowireClient(root.resolve("client/target/hellowire-client.jar"));
    }

    List<Work> all() throws IOException {
        List<Work> all = new ArrayList<>(requests());
        all.addAll(crowds());
        all.addAll(loops());
        all.add(requests("capture-on", captures, new Wrk(cores, CURL, 64, KEEP_ALIVE)));
        all.add(latency());
        all.addAll(handshakes());
        all.addAll(idle());
        all.addAll(starts());
        all.addAll(fetches());
        all.addAll(times("http"));
        all.addAll(times("https"));
        return all;
    }

    private List<Work> requests() {
        return List.of(
                requests("keep-alive-curl", servers, new Wrk(cores, CURL, 64, KEEP_ALIVE)),
                requests("keep-alive-browser", nginx, new Wrk(cores, BROWSER, 64, KEEP_ALIVE)),
                requests("pipelined-16", nginx, new Wrk(cores, CURL, 64, PIPELINED_16)),
                requests("new-connection", servers, new Wrk(cores, CURL, 64, CLOSE)),
                requests("tls-keep-alive", servers, new Wrk(cores, CURL, 64, TLS)));
    }

    private List<Work> crowds() {
        return effort.crowds().stream()
                .map(crowd -> requests("connections-" + crowd, nginx, new Wrk(cores, CURL, crowd, KEEP_ALIVE)))
                .toList();
    }

    private List<Work> loops() {
        Cores both = cores.shared();
        return List.of(
                requests("two-loops", loops, both, new Wrk(both, CURL, 64, KEEP_ALIVE)),
                requests("two-loops-pipelined", loops, both, new Wrk(both, CURL, 64, PIPELINED_16)));
    }

    private Work latency() {
        SlowestRate slowest = new SlowestRate();
        return new Work(
                "half-load", "us p99", nginx, effort.pairs(), peer -> HalfLoad.start(peer, cores, effort, slowest));
    }

    private Work requests(String name, Field field, Load load) {
        return requests(name, field, cores, load);
    }

    private Work requests(String name, Field field, Cores where, Load load) {
        return new Work(
                name,
                REQUEST,
                field,
                effort.pairs(),
                peer -> UnderLoad.start(peer, KeyKind.EC_P256, load, where, effort));
    }

    private List<Work> handshakes() {
        return List.of(
                handshakes("tls-handshake-ec", servers, KeyKind.EC_P256),
                handshakes("tls-handshake-rsa", nginx, KeyKind.RSA_2048));
    }

    private Work handshakes(String name, Field field, KeyKind key) {
        Load load = new Wrk(cores, CURL, 16, TLS_CLOSE);
        return new Work(
                name, HANDSHAKE, field, effort.pairs(), peer -> UnderLoad.start(peer, key, load, cores, effort));
    }

    private List<Work> idle() {
        return List.of(idle("idle-plain", Idle.Kind.PLAIN), idle("idle-tls", Idle.Kind.TLS));
    }

    private Work idle(String name, Idle.Kind kind) {
        return new Work(
                name,
                "KiB/connection",
                nginx,
                effort.longPairs(),
                peer -> new Idle(peer, kind, cores, effort.idleConnections()));
    }

    private List<Work> starts() throws IOException {
        List<Work> starts = new ArrayList<>();
        for (Jdk jdk : Jdk.installed()) {
            String name = "start-java" + jdk.feature();
            starts.add(start(name, "ms to first answer", jdk, FirstAnswer.Kind.WALL));
            starts.add(start(name + "-cpu", "ms CPU to first answer", jdk, FirstAnswer.Kind.CPU));
        }
        return starts;
    }

    private Work start(String name, String unit, Jdk jdk, FirstAnswer.Kind kind) {
        return new Work(name, unit, nginx, effort.pairs(), peer -> new FirstAnswer(peer.by(jdk), kind, cores));
    }

    private List<Work> fetches() {
        return List.of(
                fetch("fetch", "http"),
                fetch("fetch-tls", "https"),
                fetch("fetch-tls-jdk", "https", "--tls-provider=jdk"));
    }

    private Work fetch(String name, String scheme, String... more) {
        String url = scheme + "://127.0.0.1:{" + scheme + "}/big";
        Peer ours = ourClient
                .with("hellowire", "--quiet", "--output=/dev/null", url)
                .with("hellowire", more);
        Field field = Field.of(ours, List.of(Peers.curl().with("curl", "--output", "/dev/null", url)));
        return new Work(name, "ms CPU/GiB", field, effort.pairs(), peer -> Fetch.by(peer, cores, effort.fetchMiB()));
    }

    private List<Work> times(String scheme) {
        return List.of(
                time("time-" + scheme, scheme, SaidTimes::total),
                time("time-" + scheme + "-connect", scheme, SaidTimes::connect),
                time("time-" + scheme + "-tls", scheme, SaidTimes::tls),
                time("time-" + scheme + "-wait", scheme, SaidTimes::waiting));
    }

    private Work time(String name, String scheme, ToDoubleFunction<SaidTimes> part) {
        String url = scheme + "://127.0.0.1:{" + scheme + "}/small";
        Field field = Field.of(
                ourClient.with("hellowire", "--json", url),
                List.of(Peers.curl().with("curl", "--output", "/dev/null", "--write-out", SaidTimes.CURL, url)));
        return new Work(name, "ms", field, effort.pairs(), peer -> FetchTime.by(peer, cores, part));
    }
}
