package io.hellowire.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.client.cli.ClientRun;
import io.hellowire.testkit.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of key with every TLS library, as the server's and as ours: it works, or words say what would. */
class KeyMatrixIT {

    private static final Map<String, List<String>> KINDS = Map.of(
            "rsa", List.of("rsa:2048"),
            "rsa-pss", List.of("rsa-pss", "-pkeyopt", "rsa_keygen_bits:2048"),
            "p256", List.of("ec", "-pkeyopt", "ec_paramgen_curve:P-256"),
            "p384", List.of("ec", "-pkeyopt", "ec_paramgen_curve:P-384"),
            "p521", List.of("ec", "-pkeyopt", "ec_paramgen_curve:P-521"),
            "ed25519", List.of("ed25519"),
            "ed448", List.of("ed448"));

    private static final List<String> NOT_VERIFIED_BY_BORINGSSL = List.of("rsa-pss", "p521", "ed25519", "ed448");
    private static final List<String> NOT_MADE_BY_BORINGSSL = List.of("rsa-pss", "ed448");

    @TempDir
    private static Path pairs;

    @BeforeAll
    static void makePairs() throws IOException {
        for (Map.Entry<String, List<String>> kind : KINDS.entrySet()) {
            String name = kind.getKey();
            List<String> arguments = new ArrayList<>(List.of("req", "-x509", "-nodes", "-days", "30", "-newkey"));
            arguments.addAll(kind.getValue());
            arguments.addAll(List.of("-subj", "/CN=" + name, "-addext", "subjectAltName=IP:127.0.0.1"));
            arguments.addAll(List.of("-keyout", name + "-key.pem", "-out", name + "-cert.pem"));
            Program.named("openssl").in(pairs).succeed(arguments.toArray(String[]::new));
            String both = Files.readString(pairs.resolve(name + "-key.pem"))
                    + Files.readString(pairs.resolve(name + "-cert.pem"));
            Files.writeString(pairs.resolve(name + ".pem"), both);
        }
    }

    static Stream<Arguments> all() {
        return KINDS.keySet().stream()
                .sorted()
                .flatMap(kind -> Stream.of("auto", "openssl", "jdk").map(library -> Arguments.of(kind, library)));
    }

    @ParameterizedTest(name = "a server with {0}, by {1}")
    @MethodSource("all")
    void reachesAServer(String kind, String library) {
        try (TlsPeer peer = TlsPeer.start(pairs.resolve(kind + ".pem"))) {
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
        String own = pairs.resolve(kind + ".pem").toString();
        String[] demands = {"-Verify", "1", "-verify_return_error", "-CAfile", own};
        try (TlsPeer peer = TlsPeer.start(pairs.resolve("p256.pem"), demands)) {
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
        String roots = pairs.resolve((trusted.equals("self") ? "rsa" : trusted) + "-cert.pem")
                .toString();
        try (TlsPeer peer = TlsPeer.start(pairs.resolve("rsa.pem"))) {
            List<String> arguments = new ArrayList<>(List.of("--cacert", roots, "--tls-provider", library));
            arguments.addAll(List.of(more.split(" ")));
            arguments.addAll(List.of("--tls-max", "1.2", peer.url("127.0.0.1")));
            assertThat(ClientRun.of(arguments.toArray(String[]::new)).exit()).isEqualTo(60);
            peer.awaitError("SSL alert number " + alert);
        }
    }
}
