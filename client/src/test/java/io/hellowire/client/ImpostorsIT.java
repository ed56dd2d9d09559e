package io.hellowire.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.certs.Identity;
import io.hellowire.certs.issue.Authority;
import io.hellowire.certs.issue.AuthorityProfile;
import io.hellowire.certs.issue.CertificateProfile;
import io.hellowire.certs.issue.Names;
import io.hellowire.certs.issue.Reach;
import io.hellowire.certs.issue.Validity;
import io.hellowire.client.cli.ClientRun;
import io.hellowire.testkit.MicroPython;
import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The programs that {@code --as} prints with {@code --cacert} talk to the right server, and to no other. */
class ImpostorsIT {

    /** Both as address and as name, since Mbed TLS before 3.5 knows names only. */
    private static final Names HERE = Names.of("127.0.0.1").withAddressesAsDnsNames();

    private static final Authority TRUSTED = authority("Trusted");
    private static final Authority TRUSTED_TOO = authority("Trusted, too");

    @TempDir
    private Path folder;

    /** A server, and what is to be known about it. */
    private record Server(String description, Identity identity) {

        boolean isRight() {
            return description.startsWith("right");
        }

        @Override
        public String toString() {
            return description;
        }
    }

    /** What runs a program that was printed. */
    private record Runner(String language, Named<MicroPython> interpreter) {

        @Override
        public String toString() {
            return language + " by " + interpreter.getName();
        }
    }

    static Stream<Arguments> everyProgramAndEveryServer() {
        Instant now = Instant.now();
        Validity past = new Validity(now.minus(Duration.ofDays(2)), now.minus(Duration.ofDays(1)));
        CertificateProfile right = CertificateProfile.server(HERE);
        List<Server> servers = List.of(
                new Server("right", TRUSTED.issue(right)),
                new Server("right, of the second authority", TRUSTED_TOO.issue(right)),
                new Server("of a foreign authority", authority("Trusted").issue(right)),
                new Server("for another address", TRUSTED.issue(right.withNames(Names.of("127.0.0.2")))),
                new Server("expired", TRUSTED.issue(right.withValidity(past))));
        return runners().flatMap(runner -> servers.stream().map(server -> Arguments.of(runner, server)));
    }

    private static Stream<Runner> runners() {
        Named<MicroPython> python3 =
                Named.of("python3", program -> Program.named("python3").with(program.toString()));
        Named<MicroPython> shell = Named.of("sh", program -> Program.named("sh").with(program.toString()));
        return Stream.concat(
                MicroPython.runners().map(runner -> new Runner("micropython", runner)),
                Stream.of(
                        new Runner("micropython", python3),
                        new Runner("python", python3),
                        new Runner("curl", shell),
                        new Runner("openssl", shell)));
    }

    @ParameterizedTest(name = "{0}, a server that is {1}")
    @MethodSource("everyProgramAndEveryServer")
    void areNotTalkedTo(Runner runner, Server server) throws IOException {
        Path roots = TlsPeer.pem(folder, "roots.pem", TRUSTED.certificate(), TRUSTED_TOO.certificate());
        try (TlsPeer peer = TlsPeer.start(TlsPeer.pem(folder, "server.pem", server.identity()))) {
            ClientRun printed =
                    ClientRun.of("--as", runner.language(), "--cacert", roots.toString(), peer.url("127.0.0.1"));
            Path program = Files.writeString(folder.resolve("program"), printed.out());

            ProgramResult result =
                    runner.interpreter().getPayload().with(program).run();

            assertThat(result.out().contains("200 ok")).as(result.toString()).isEqualTo(server.isRight());
            assertThat(result.exitCode() == 0).as(result.toString()).isEqualTo(server.isRight());
        }
    }

    private static Authority authority(String name) {
        return Authority.create(AuthorityProfile.named(name).withReach(Reach.UNLIMITED));
    }
}
