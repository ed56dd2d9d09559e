package io.hellowire.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.certs.Identity;
import io.hellowire.certs.Passphrase;
import io.hellowire.certs.issue.Authority;
import io.hellowire.certs.issue.AuthorityProfile;
import io.hellowire.certs.issue.CertificateProfile;
import io.hellowire.certs.issue.KeyType;
import io.hellowire.certs.issue.Names;
import io.hellowire.certs.issue.Reach;
import io.hellowire.certs.issue.Validity;
import io.hellowire.server.tls.CertificateSource;
import io.hellowire.server.tls.TlsOptions;
import io.hellowire.testkit.MicroPython;
import io.hellowire.testkit.ProgramResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The programs of {@code server/micropython}, and the two lines that the server prints for a device. */
class DeviceProgramsIT {

    private static final String GREETING = "Hello #0 from Hellowire!";
    private static final Path PROGRAMS = Path.of("..", "devices");

    /** Both as address and as name, since Mbed TLS before 3.5 knows names only. */
    private static final Names HERE = Names.of("127.0.0.1").withAddressesAsDnsNames();

    private static final Authority TRUSTED = authority();

    @TempDir
    private Path directory;

    static Stream<Arguments> everyRunnerAndEveryServer() {
        Instant now = Instant.now();
        Validity past = new Validity(now.minus(Duration.ofDays(2)), now.minus(Duration.ofDays(1)));
        CertificateProfile right = CertificateProfile.server(HERE).withKeyType(KeyType.RSA2048);
        List<Named<Identity>> servers = List.of(
                Named.of("right", TRUSTED.issue(right)),
                Named.of("of a foreign authority", authority().issue(right)),
                Named.of("for another address", TRUSTED.issue(right.withNames(Names.of("127.0.0.2")))),
                Named.of("expired", TRUSTED.issue(right.withValidity(past))));
        return MicroPython.runners()
                .flatMap(runner -> servers.stream()
                        .map(server ->
                                Arguments.of(runner, server, server.getName().equals("right"))));
    }

    @ParameterizedTest(name = "{0}, a server that is {1}")
    @MethodSource("everyRunnerAndEveryServer")
    void theSecureClientTalksToTheServerThatItTrustsOnly(MicroPython runner, Identity identity, boolean right)
            throws Exception {
        Path trusted =
                Files.write(directory.resolve("ca.der"), TRUSTED.certificate().getEncoded());
        try (TestServer server = TestServer.in(directory, TestServer.tls(with(identity)))) {
            ProgramResult result = runner.with(PROGRAMS.resolve("https_client.py"))
                    .run("127.0.0.1", String.valueOf(server.httpsPort()), trusted.toString());

            assertThat(result.out().contains(GREETING)).as(result.toString()).isEqualTo(right);
            assertThat(result.exitCode() == 0).as(result.toString()).isEqualTo(right);
        }
    }

    @ParameterizedTest
    @MethodSource("io.hellowire.testkit.MicroPython#runners")
    void theClientShowsTheAnswer(MicroPython runner) throws IOException {
        try (TestServer server = TestServer.in(directory)) {
            ProgramResult result = runner.with(PROGRAMS.resolve("http_client.py"))
                    .succeed("127.0.0.1", String.valueOf(server.httpPort()));

            assertThat(result.out()).contains("Address information: [(").contains(GREETING);
        }
    }

    @ParameterizedTest
    @MethodSource("io.hellowire.testkit.MicroPython#runners")
    void theTwoLinesForADeviceShowTheAnswer(MicroPython runner) throws IOException {
        try (ServerProgram server = ServerProgram.in(directory, "--host=127.0.0.1")) {
            List<String> said = server.err().lines().toList();
            int first = said.indexOf(said.stream()
                    .filter(line -> line.startsWith("  paste "))
                    .findFirst()
                    .orElseThrow());
            String program =
                    said.get(first).substring(10) + "\n" + said.get(first + 1).substring(10) + "\n";

            ProgramResult result = runner.with(Files.writeString(directory.resolve("lines.py"), program))
                    .succeed();

            assertThat(result.out()).contains(GREETING);
        }
    }

    private TlsOptions with(Identity identity) throws IOException, CertificateEncodingException {
        String pem = pem("PRIVATE KEY", identity.key().getEncoded())
                + pem("CERTIFICATE", identity.certificate().getEncoded());
        Path file = Files.writeString(directory.resolve("server.pem"), pem);
        return TlsOptions.with(CertificateSource.files(List.of(file), Passphrase.none()));
    }

    private static String pem(String type, byte[] content) {
        return "-----BEGIN " + type + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + type
                + "-----\n";
    }

    private static Authority authority() {
        return Authority.create(AuthorityProfile.named("Trusted").withReach(Reach.UNLIMITED));
    }
}
