package io.hellowire.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every command of the README is a session that {@link ReadmeIT} types, or says here what holds it true instead. */
class UnplayedCommandsTest {

    private static final String IMAGE = "docker/test does it, where there is an engine";

    private static final String THEIRS = "another's program, and nothing of ours to compare";
    private static final String BENCH = "bench/ tests itself; it takes minutes and wants a quiet machine";
    private static final String PATTERN = "stands for a command of the same name that a session has";

    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry(
                    "mvn -q package -DskipTests -pl server,client,certs -am && java -jar server/target/hellowire-server.jar",
                    "built what this test runs; the sessions run the jars"),
            Map.entry("mvn verify", "runs this test"),
            Map.entry(
                    "java -jar server/target/hellowire-server.jar --capture - --secrets embed -q | wireshark -k -i -",
                    "wireshark is a window; the server's tests pipe into tshark"),
            Map.entry(
                    "java -jar client/target/hellowire-client.jar https://example.com/",
                    "leaves this machine; the client's tests hold what is shown"),
            Map.entry("docker build -f docker/Dockerfile -t hellowire .", IMAGE),
            Map.entry("docker run --rm -p 8080:8080 -p 8443:8443 hellowire", IMAGE),
            Map.entry("docker run --rm hellowire prove", IMAGE),
            Map.entry("docker run --rm hellowire client http://192.168.1.20:8080/", IMAGE),
            Map.entry(
                    "docker run --rm -v \"$PWD:/work\" --user \"$(id -u)\" hellowire certs create --ip 192.168.1.20",
                    IMAGE),
            Map.entry(
                    "docker run --rm -v \"$PWD:/work\" --user \"$(id -u)\" -p 8080:8080 -p 8443:8443 hellowire"
                            + " --cert server.pem --key server-key.pem",
                    IMAGE),
            Map.entry("java -jar certs/target/hellowire-certs.jar", "the sessions give it its commands"),
            Map.entry("docker compose -f docker/compose.yaml up", IMAGE),
            Map.entry("docker/test", IMAGE),
            Map.entry("bench/compare", BENCH),
            Map.entry("bench/compare --quick", BENCH),
            Map.entry("ss -ltnp", THEIRS),
            Map.entry("java -version", THEIRS),
            Map.entry("sudo ufw allow 8080/tcp", THEIRS),
            Map.entry("certs create --dns NAME --ip ADDRESS", PATTERN),
            Map.entry("certs trust FILE", PATTERN));

    @Test
    void allHaveAReason() throws IOException {
        assertThat(Readme.unplayedCommands()).containsExactlyInAnyOrderElementsOf(REASONS.keySet());
    }
}
