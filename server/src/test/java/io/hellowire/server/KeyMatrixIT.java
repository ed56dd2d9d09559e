package io.hellowire.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hellowire.certs.Passphrase;
import io.hellowire.server.tls.CertificateSource;
import io.hellowire.server.tls.TlsOptions;
import io.hellowire.server.tls.TlsOptions.ClientAuthentication;
import io.hellowire.server.tls.TlsProvider;
import io.hellowire.server.tls.TlsTerms;
import io.hellowire.testkit.KeyMatrix;
import io.hellowire.testkit.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of key with every TLS library and version: it serves, or the start is refused with words that help. */
class KeyMatrixIT {

    private static final List<String> NOT_BY_BORINGSSL = List.of("rsa-pss", "ed448");

    private static KeyMatrix pairs;

    @TempDir
    private Path directory;

    @BeforeAll
    static void makePairs(@TempDir Path folder) throws IOException {
        pairs = new KeyMatrix(folder);
    }

    static Stream<Arguments> whatServes() {
        return KeyMatrix.kinds().stream()
                .flatMap(kind -> Stream.of(TlsProvider.values())
                        .filter(provider -> provider != TlsProvider.OPENSSL || !NOT_BY_BORINGSSL.contains(kind))
                        .map(provider -> Arguments.of(kind, provider)));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("whatServes")
    void serves(String kind, TlsProvider provider) throws IOException {
        try (TestServer server = TestServer.in(directory, TestServer.tls(options(provider, kind)))) {
            Program curl = Program.named("curl");
            String trusted = pairs.certificate(kind).toString();
            for (String version : List.of("1.2", "1.3")) {
                String url = server.httpsUrl();
                String min = "--tlsv" + version;
                assertThat(curl.succeed("-sS", min, "--tls-max", version, "--cacert", trusted, url)
                                .out())
                        .startsWith("Hello #");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("notByBoringSsl")
    void refusesToStartWhereTheLibraryCannot(String kind) {
        assertThatThrownBy(() -> TestServer.in(directory, TestServer.tls(options(TlsProvider.OPENSSL, kind))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected: jdk or auto");
    }

    static List<String> notByBoringSsl() {
        return NOT_BY_BORINGSSL;
    }

    @ParameterizedTest(name = "{0} is shown {2} by {1}")
    @MethodSource("whoTakesWhat")
    void theClientsOfferChooses(String signatures, TlsProvider provider, String shown) throws IOException {
        try (TestServer server = TestServer.in(directory, TestServer.tls(options(provider, "rsa", "p256")))) {
            for (String version : List.of("-tls1_2", "-tls1_3")) {
                String address = "127.0.0.1:" + server.httpsPort();
                assertThat(Program.named("openssl")
                                .run("s_client", "-connect", address, version, "-sigalgs", signatures)
                                .out())
                        .contains("CN = " + shown);
            }
        }
    }

    static Stream<Arguments> whoTakesWhat() {
        return Stream.of(TlsProvider.OPENSSL, TlsProvider.JDK)
                .flatMap(provider -> Stream.of(
                        Arguments.of("rsa_pss_rsae_sha256", provider, "rsa"),
                        Arguments.of("ecdsa_secp256r1_sha256", provider, "p256"),
                        Arguments.of("rsa_pss_rsae_sha256:ecdsa_secp256r1_sha256", provider, "p256")));
    }

    @Test
    void aWeakSuiteIsForThoseWhoHaveNoOther() throws IOException {
        try (TestServer server = TestServer.in(directory, TestServer.tls(options(TlsProvider.AUTO, "rsa", "p256")))) {
            assertThat(suite(server, "ECDHE-ECDSA-AES128-SHA:ECDHE-ECDSA-AES256-GCM-SHA384"))
                    .contains("Cipher is ECDHE-ECDSA-AES256-GCM-SHA384");
            assertThat(suite(server, "ECDHE-RSA-AES128-SHA")).contains("Cipher is ECDHE-RSA-AES128-SHA");
            assertThat(suite(server, "ECDHE-RSA-AES128-SHA256")).contains("Cipher is ECDHE-RSA-AES128-SHA256");
            assertThat(suite(server, "AES128-SHA")).contains("Cipher is (NONE)");
        }
    }

    private static String suite(TestServer server, String suites) {
        return Program.named("openssl")
                .run("s_client", "-connect", "127.0.0.1:" + server.httpsPort(), "-tls1_2", "-cipher", suites)
                .out();
    }

    private static TlsOptions options(TlsProvider provider, String... kinds) {
        List<CertificateSource> sources = Stream.of(kinds)
                .map(kind ->
                        CertificateSource.files(List.of(pairs.certificate(kind), pairs.key(kind)), Passphrase.none()))
                .toList();
        return new TlsOptions(sources, provider, List.of(), ClientAuthentication.NEED, TlsTerms.modern());
    }
}
