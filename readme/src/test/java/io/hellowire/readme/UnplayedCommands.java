package io.hellowire.readme;

import java.util.Map;

/** The commands of the README and its pages that {@link ReadmeIT} does not type, and what holds each true instead. */
final class UnplayedCommands {

    private static final String IMAGE = "docker/test does it, where there is an engine";
    private static final String BUILD = "built what this test runs";
    private static final String THEIRS = "another's program, and nothing of ours to compare";
    private static final String BENCH = "bench/ tests itself; it takes minutes and wants a quiet machine";
    private static final String PATTERN = "stands for a command of the same name that a session has";
    private static final String DEVICE = "wants a board, or its address";

    static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("mvn -q package -DskipTests && ./hellowire", BUILD),
            Map.entry("mvn verify", "runs this test"),
            Map.entry(
                    "mvn -q package -DskipTests -pl dist -am -Pdeb",
                    "takes minutes; built, installed and removed by hand"),
            Map.entry("sudo apt install openjdk-17-jdk maven", THEIRS),
            Map.entry("sudo dnf install java-21-openjdk-devel maven", THEIRS),
            Map.entry("./hellowire install", "the distribution's own tests install it"),
            Map.entry(
                    "./hellowire --capture - --secrets embed -q | wireshark -k -i -",
                    "wireshark is a window; the server's tests pipe into tshark"),
            Map.entry(
                    "./hellowire get https://example.com/",
                    "leaves this machine; the client's tests hold what is shown"),
            Map.entry("docker build -f docker/Dockerfile -t hellowire .", IMAGE),
            Map.entry("docker run --rm -p 8080:8080 -p 8443:8443 hellowire", IMAGE),
            Map.entry("docker run --rm hellowire prove", IMAGE),
            Map.entry("docker run --rm hellowire get http://192.168.1.20:8080/", IMAGE),
            Map.entry(
                    "docker run --rm -v \"$PWD:/work\" --user \"$(id -u)\" hellowire certs create --ip 192.168.1.20",
                    IMAGE),
            Map.entry(
                    "docker run --rm -v \"$PWD:/work\" --user \"$(id -u)\" -p 8080:8080 -p 8443:8443 hellowire"
                            + " --cert server.pem --key server-key.pem",
                    IMAGE),
            Map.entry("docker compose -f docker/compose.yaml up", IMAGE),
            Map.entry("docker/test", IMAGE),
            Map.entry("bench/compare", BENCH),
            Map.entry("bench/compare --quick", BENCH),
            Map.entry("ss -ltnp", THEIRS),
            Map.entry("java -version", THEIRS),
            Map.entry("sudo ufw allow 8080/tcp", THEIRS),
            Map.entry("./hellowire get URL...", PATTERN),
            Map.entry("./hellowire certs", PATTERN),
            Map.entry("hellowire certs", PATTERN),
            Map.entry("./hellowire --cert gate.pem --key gate-key.pem", PATTERN),
            Map.entry("./hellowire --tls-profile legacy", "the server's tests let old clients in by it"),
            Map.entry("./hellowire get --cacert gate.pem https://192.168.1.77:8443/", DEVICE),
            Map.entry("certs create", PATTERN),
            Map.entry("certs create --dns NAME --ip ADDRESS", PATTERN),
            Map.entry("certs trust FILE", PATTERN));

    private UnplayedCommands() {}
}
