package io.hellowire.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.client.cli.ClientRun;
import io.hellowire.testkit.KeyMatrix;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of key with every TLS library, as the server's and as ours: it works, or words say what would. */
class KeyMatrixIT {

    private static final List<String> NOT_VERIFIED_BY_BORINGSSL = List.of("rsa-pss", "p521", "ed25519", "ed448");
    private static final List<String> NOT_MADE_BY_BORINGSSL = List.of("rsa-pss", "ed448");

    private static KeyMatrix pairs;

    @BeforeAll
    static void makePairs(@TempDir Path folder) throws IOException {
        pairs = new KeyMatrix(folder);
    }

    static Stream<Arguments> all() {
        return KeyMatrix.kinds().stream()
                .flatMap(kind -> Stream.of("auto", "openssl", "jdk").map(library -> Arguments.of(kind, library)));
    }

    @ParameterizedTest(name = "a server with {0}, by {1}")
    @MethodSource("all")
    void reachesAServer(String kind, String library) {
        try (TlsPeer peer = TlsPeer.start(pairs.both(kind))) {
            for (String max : List.of("1.2", "1.3")) {
                ClientRun run = ClientRun.of("-k", "--tls-max", max, "--tls-provider", library, peer.url("127.0.0.1"));
                boolean olderSignature = kind.equals("p521") && max.equals("1.2"); // with a hash that is not its own
                if (library.equals("openssl") && NOT_VERIFIED_BY_BORINGSSL.contains(kind) && !olderSignature) {
                    assertThat(run.exit()).as(run.out()).isEqualTo(35);
                    assertThat(run.words()).contains("--tls-provider jdk");
                } else {
                    assertThat(run.exit()).as(run.out()).isZero();
                }
            }
        }
    }

    @ParameterizedTest(name = "our {0}, by {1}")
    @MethodSource("all")
    void provesWhoWeAre(String kind, String library) {
        String own = pairs.both(kind).toString();
        String[] demands = {"-Verify", "1", "-verify_return_error", "-CAfile", own};
        try (TlsPeer peer = TlsPeer.start(pairs.both("p256"), demands)) {
            for (String max : List.of("1.2", "1.3")) {
                ClientRun run = ClientRun.of(
                        "-k", "--cert", own, "--tls-max", max, "--tls-provider", library, peer.url("127.0.0.1"));
                if (library.equals("openssl") && NOT_MADE_BY_BORINGSSL.contains(kind)) {
                    assertThat(run.exit()).as(run.out()).isEqualTo(58);
                    assertThat(run.words()).contains("expected: jdk or auto");
                } else {
                    assertThat(run.exit()).as(run.out() + run.err()).isZero();
                }
            }
        }
    }

    @ParameterizedTest(name = "{1} by {0}")
    @CsvSource({
        "openssl, 48, p256, --verify-name 127.0.0.1",
        "jdk, 48, p256, --verify-name 127.0.0.1",
        "openssl, 42, self, --verify-name wrong.test",
        "jdk, 42, self, --verify-name wrong.test"
    })
    void tellsTheServerWhy(String library, int alert, String trusted, String more) {
        String roots =
                pairs.certificate(trusted.equals("self") ? "rsa" : trusted).toString();
        try (TlsPeer peer = TlsPeer.start(pairs.both("rsa"))) {
            List<String> arguments = new ArrayList<>(List.of("--cacert", roots, "--tls-provider", library));
            arguments.addAll(List.of(more.split(" ")));
            arguments.addAll(List.of("--tls-max", "1.2", peer.url("127.0.0.1")));
            assertThat(ClientRun.of(arguments.toArray(String[]::new)).exit()).isEqualTo(60);
            peer.awaitError("SSL alert number " + alert);
        }
    }
}
