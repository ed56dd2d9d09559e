package io.hellowire.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.certs.Identity;
import io.hellowire.certs.issue.Authority;
import io.hellowire.certs.issue.AuthorityProfile;
import io.hellowire.certs.issue.CertificateProfile;
import io.hellowire.certs.issue.KeyType;
import io.hellowire.certs.issue.Names;
import io.hellowire.certs.issue.Validity;
import io.hellowire.certs.write.Destination;
import io.hellowire.certs.write.Destination.IfPresent;
import io.hellowire.certs.write.Format;
import io.hellowire.certs.write.Material;
import io.hellowire.server.tls.CertificateSource;
import io.hellowire.server.tls.TlsOptions;
import io.hellowire.server.tls.TlsOptions.ClientAuthentication;
import io.hellowire.server.tls.TlsProvider;
import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a client with this or that certificate: by both TLS libraries, in both versions, wanted or needed. */
class ClientCertificatesIT {

    private static final String P521 = "P-521";
    private static final String ED25519 = "Ed25519";
    private static final byte[] REQUEST =
            "GET / HTTP/1.1\r\nHost: a.test\r\nConnection: close\r\n\r\n".getBytes(US_ASCII);

    @TempDir
    private static Path folder;

    private static Path authorities;

    @TempDir
    private Path directory;

    @BeforeAll
    static void makeThemAll() throws IOException {
        Authority ours = Authority.create(AuthorityProfile.named("Our CA"));
        Authority namesake = Authority.create(AuthorityProfile.named("Our CA"));
        Authority foreign = Authority.create(AuthorityProfile.named("Their CA"));
        Instant past = Instant.parse("2020-01-01T00:00:00Z");
        write("right", ours.issue(CertificateProfile.client("right")));
        write(
                "expired",
                ours.issue(CertificateProfile.client("expired")
                        .withValidity(new Validity(past, past.plus(Duration.ofDays(30))))));
        write("foreign", foreign.issue(CertificateProfile.client("foreign")));
        write("namesake", namesake.issue(CertificateProfile.client("namesake")));
        write("server", ours.issue(CertificateProfile.server(Names.of("10.0.0.7"))));
        write(ED25519, ours.issue(CertificateProfile.client(ED25519).withKeyType(KeyType.ED25519)));
        authorities = folder.resolve("ca.pem");
        Material roots = new Material(null, List.of(ours.certificate()));
        Destination.of(authorities, Format.PEM, IfPresent.REPLACE).write(roots);
        write("ca", ours.identity());
        signP521();
    }

    private static void signP521() {
        Program openssl = Program.named("openssl").in(folder);
        openssl.succeed(
                "req",
                "-new",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-521",
                "-nodes",
                "-subj",
                "/CN=" + P521,
                "-keyout",
                P521 + "-key.pem",
                "-out",
                "request");
        openssl.succeed(
                "x509",
                "-req",
                "-in",
                "request",
                "-CA",
                "ca.pem",
                "-CAkey",
                "ca-key.pem",
                "-days",
                "30",
                "-out",
                P521 + ".pem");
    }

    private static void write(String name, Identity identity) throws IOException {
        new Destination(folder, name, List.of(Format.PEM), IfPresent.REPLACE)
                .write(new Material(identity.key(), identity.chain()));
    }

    static Stream<Arguments> whoIsLetIn() {
        List<Arguments> rows = new ArrayList<>();
        for (ClientAuthentication asked : ClientAuthentication.values()) {
            for (TlsProvider provider : TlsProvider.values()) {
                for (String version : List.of("1.2", "1.3")) {
                    rows.add(Arguments.of("right", asked, provider, version));
                    if (provider != TlsProvider.OPENSSL) {
                        rows.add(Arguments.of(P521, asked, provider, version));
                        rows.add(Arguments.of(ED25519, asked, provider, version));
                    }
                }
            }
        }
        return rows.stream();
    }

    @ParameterizedTest(name = "{0}, {1}, {2}, TLS {3}")
    @MethodSource("whoIsLetIn")
    void letsIn(String client, ClientAuthentication asked, TlsProvider provider, String version) throws IOException {
        try (TestServer server = start(asked, provider)) {
            assertThat(curl(server, version, client).out()).startsWith("Hello #");
            assertThat(server.journal()).contains("client certificate: CN=" + client + ", SHA-256 ");
        }
    }

    static Stream<Arguments> whoIsNot() {
        List<Arguments> rows = new ArrayList<>();
        for (ClientAuthentication asked : ClientAuthentication.values()) {
            for (TlsProvider provider : List.of(TlsProvider.OPENSSL, TlsProvider.JDK)) {
                for (String version : List.of("1.2", "1.3")) {
                    rows.add(Arguments.of("expired", 45, "it expired on 2020-01-31", asked, provider, version));
                    rows.add(Arguments.of(
                            "foreign", 48, "its authority CN=Their CA is none of ours", asked, provider, version));
                    rows.add(Arguments.of(
                            "namesake",
                            48,
                            "its authority has the name of ours, CN=Our CA, and another key",
                            asked,
                            provider,
                            version));
                    rows.add(Arguments.of("server", 43, "it is not for clients", asked, provider, version));
                }
            }
        }
        return rows.stream();
    }

    @ParameterizedTest(name = "{0} gets alert {1}, {3}, {4}, TLS {5}")
    @MethodSource("whoIsNot")
    void refusesByName(
            String client, int alert, String why, ClientAuthentication asked, TlsProvider provider, String version)
            throws IOException {
        try (TestServer server = start(asked, provider)) {
            assertThat(ask(server, version, client)).contains("SSL alert number " + alert);
            assertThat(server.journal())
                    .contains("the client's certificate is not accepted: CN=")
                    .containsPattern("SHA-256 [0-9A-F:]{95}: ")
                    .contains(why);
        }
    }

    @ParameterizedTest
    @EnumSource(TlsProvider.class)
    void whoShowsNoneIsLetInOnlyWhereItIsWanted(TlsProvider provider) throws IOException {
        for (String version : List.of("1.2", "1.3")) {
            try (TestServer server = start(ClientAuthentication.WANT, provider)) {
                assertThat(curl(server, version, null).out()).startsWith("Hello #");
            }
            try (TestServer server = start(ClientAuthentication.NEED, provider)) {
                assertThat(curl(server, version, null).exitCode()).isNotZero();
                assertThat(server.journal()).contains("the client presented no certificate, which is required");
            }
        }
    }

    /** The certificate is not shown again, and the client is no other for that. */
    @ParameterizedTest(name = "{0}, {1}, {2}, TLS {3}")
    @MethodSource("whoIsLetIn")
    void aResumedSessionIsStillThatOfTheClient(
            String client, ClientAuthentication asked, TlsProvider provider, String version) throws IOException {
        try (TestServer server = start(asked, provider)) {
            String session = directory.resolve("session").toString();

            assertThat(ask(server, version, client, "-sess_out", session)).contains("New, TLSv", "Hello #");
            assertThat(ask(server, version, client, "-sess_in", session)).contains("Reused, TLSv" + version, "Hello #");

            String shown = "client certificate: CN=" + client + ", SHA-256 ";
            assertThat(server.journal().split(shown, -1)).hasSize(3);
            assertThat(server.journal()).doesNotContain("handshake failed");
        }
    }

    /** Whoever showed none is nobody afterwards, too. */
    @ParameterizedTest
    @EnumSource(TlsProvider.class)
    void aResumedSessionIsStillThatOfNobody(TlsProvider provider) throws IOException {
        for (String version : List.of("1.2", "1.3")) {
            try (TestServer server = start(ClientAuthentication.WANT, provider)) {
                String session = directory.resolve("nobodys").toString();

                assertThat(ask(server, version, null, "-sess_out", session)).contains("New, TLSv", "Hello #");
                assertThat(ask(server, version, "right", "-sess_in", session))
                        .contains("Reused, TLSv" + version, "Hello #");
                assertThat(server.journal()).doesNotContain("client certificate", "handshake failed");
            }
        }
    }

    /** Nothing that could be resumed is left of a refusal. */
    @ParameterizedTest(name = "{0}, {3}, {4}, TLS {5}")
    @MethodSource("whoIsNot")
    void whoIsRefusedGetsNoSession(
            String client, int alert, String why, ClientAuthentication asked, TlsProvider provider, String version)
            throws IOException {
        try (TestServer server = start(asked, provider)) {
            Path session = directory.resolve("session");

            assertThat(ask(server, version, client, "-sess_out", session.toString()))
                    .contains("SSL alert number " + alert)
                    .doesNotContain("Hello #");
            assertThat(session).doesNotExist();
        }
    }

    private TestServer start(ClientAuthentication asked, TlsProvider provider) throws IOException {
        return TestServer.in(
                directory,
                TestServer.tls(
                        new TlsOptions(CertificateSource.automatic(directory), provider, List.of(authorities), asked)));
    }

    private static ProgramResult curl(TestServer server, String version, @Nullable String client) {
        List<String> arguments = new ArrayList<>(
                List.of("-sS", "--insecure", "--tlsv" + version, "--tls-max", version, server.httpsUrl()));
        if (client != null) {
            arguments.addAll(List.of("--cert", client + ".pem", "--key", client + "-key.pem"));
        }
        return Program.named("curl").in(folder).run(arguments.toArray(String[]::new));
    }

    /** By OpenSSL's client, which reads until the server closes: in TLS 1.3 it is refused after its handshake. */
    private static String ask(TestServer server, String version, @Nullable String client, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "s_client",
                "-connect",
                "127.0.0.1:" + server.httpsPort(),
                "-tls" + version.replace('.', '_'),
                "-ign_eof"));
        if (client != null) {
            arguments.addAll(List.of("-cert", client + ".pem", "-key", client + "-key.pem"));
        }
        arguments.addAll(List.of(more));
        ProgramResult result =
                Program.named("openssl").in(folder).run(REQUEST, Map.of(), arguments.toArray(String[]::new));
        return result.out() + result.err();
    }
}
