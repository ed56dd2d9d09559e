package io.hellowire.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a newcomer is told to type, on machines with other networks than this one's. */
class NetworksIT {

    private static final String LOOPBACK = "ip link set lo up";
    private static final String CABLE =
            " && ip link add lan type veth peer name far && ip link set lan up && ip link set far up";

    @TempDir
    private Path directory;

    /** Some systems let nobody make a network, not even in a namespace of one's own. */
    @BeforeEach
    void requireNetworksOfOurOwn() {
        ProgramResult tried = Program.named("unshare").run("-rn", "bash", "-c", LOOPBACK + CABLE);
        assumeTrue(tried.exitCode() == 0, "skipped: a private network is not allowed here: " + tried.err());
    }

    @ParameterizedTest
    @CsvSource({
        "no interface that is up, :, http://127.0.0.1:",
        "loopback alone, " + LOOPBACK + ", http://127.0.0.1:",
        "IPv6 alone, " + LOOPBACK + CABLE + " && ip addr add 2001:db8::5/64 dev lan nodad, http://[2001:db8::5]:",
        "IPv6 with a way out, " + LOOPBACK + CABLE
                + " && ip addr add 2001:db8::5/64 dev lan nodad && ip route add default via 2001:db8::1, http://[2001:db8::5]:",
        "a LAN without a way out, " + LOOPBACK + CABLE
                + " && ip addr add 192.168.1.20/24 dev lan, http://192.168.1.20:",
        "both of them, " + LOOPBACK + CABLE
                + " && ip addr add 2001:db8::5/64 dev lan nodad && ip addr add 192.168.1.20/24 dev lan, http://192.168.1.20:"
    })
    void theFirstLineIsWhatABrowserCanReach(String what, String network, String url) {
        try (ServerProgram server = ServerProgram.inANetwork(network, directory)) {
            assertThat(server.err())
                    .as(what)
                    .startsWith("Listening, connect your browser to " + url)
                    .contains("  try     curl " + url)
                    .doesNotContain("WARN", "Exception");
        }
    }
}
