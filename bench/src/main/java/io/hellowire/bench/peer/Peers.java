package io.hellowire.bench.peer;

import java.nio.file.Path;
import java.util.List;

/** Every server that we know how to measure. */
public final class Peers {

    private static final List<String> NOTHING = List.of();

    private Peers() {}

    /**
     * Ours: the jar with its default settings and its journal, with every header, in a file.
     *
     * @param jar the single-file jar
     */
    public static Peer hellowire(Path jar) {
        return new Peer(
                "hellowire",
                List.of(jar.toAbsolutePath().toString()),
                NOTHING,
                NOTHING,
                List.of(
                        "{java}",
                        "-jar",
                        jar.toAbsolutePath().toString(),
                        "--host=127.0.0.1",
                        "--http-port={http}",
                        "--https-port={https}",
                        "--cert={certificate}",
                        "--key={key}",
                        "--log-file={logs}/journal.log",
                        "--first-number=1000000"));
    }

    /** The others, the one that our goals are set against first. */
    public static List<Peer> others() {
        return List.of(
                new Peer(
                        "nginx",
                        List.of("nginx"),
                        List.of("nginx.conf"),
                        NOTHING,
                        List.of("nginx", "-p", "{folder}", "-c", "{folder}/nginx.conf", "-e", "{folder}/error.log")),
                new Peer(
                        "haproxy",
                        List.of("haproxy"),
                        List.of("haproxy.cfg"),
                        NOTHING,
                        List.of("haproxy", "-db", "-f", "{folder}/haproxy.cfg")),
                new Peer(
                        "caddy",
                        List.of("caddy"),
                        List.of("Caddyfile"),
                        NOTHING,
                        List.of("caddy", "run", "--adapter", "caddyfile", "--config", "{folder}/Caddyfile")),
                new Peer(
                        "go",
                        List.of("go"),
                        List.of("hello.go"),
                        List.of("go", "build", "-o", "{folder}/hello", "{folder}/hello.go"),
                        List.of("{folder}/hello")),
                new Peer("node", List.of("node"), List.of("hello.mjs"), NOTHING, List.of("node", "{folder}/hello.mjs")),
                new Peer(
                        "netty",
                        NOTHING,
                        NOTHING,
                        NOTHING,
                        List.of(
                                "{java}",
                                "-cp",
                                "{classpath}",
                                NettyWay.class.getName(),
                                "{http}",
                                "{https}",
                                "{certificate}",
                                "{key}",
                                "{logs}/access.log",
                                "{body}")));
    }

    /**
     * Our client, still without a URL.
     *
     * @param jar the single-file jar
     */
    public static Peer hellowireClient(Path jar) {
        return new Peer(
                "hellowire",
                List.of(jar.toAbsolutePath().toString()),
                NOTHING,
                NOTHING,
                List.of("{java}", "-jar", jar.toAbsolutePath().toString(), "--insecure"));
    }

    /** The same by curl. */
    public static Peer curl() {
        return new Peer("curl", List.of("curl"), NOTHING, NOTHING, List.of("curl", "--silent", "--fail", "--insecure"));
    }

    /** A server of a big file and a small one, for the clients to fetch. */
    public static Peer files() {
        return new Peer(
                "files",
                List.of("nginx"),
                List.of("files.conf"),
                NOTHING,
                List.of("nginx", "-p", "{folder}", "-c", "{folder}/files.conf", "-e", "{folder}/error.log"));
    }
}
