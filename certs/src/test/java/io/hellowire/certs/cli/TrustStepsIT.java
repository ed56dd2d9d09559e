package io.hellowire.certs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.certs.Identity;
import io.hellowire.certs.issue.Authority;
import io.hellowire.certs.issue.AuthorityProfile;
import io.hellowire.certs.issue.CertificateProfile;
import io.hellowire.certs.issue.Names;
import io.hellowire.certs.issue.Reach;
import io.hellowire.certs.issue.Validity;
import io.hellowire.certs.write.Destination;
import io.hellowire.certs.write.Destination.IfPresent;
import io.hellowire.certs.write.Format;
import io.hellowire.certs.write.Material;
import io.hellowire.testkit.MicroPython;
import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The steps that {@code trust} prints are followed: then the right server is believed, and no other. */
class TrustStepsIT {

    /** Both as address and as name, since Mbed TLS before 3.5 knows names only. */
    private static final Names HERE = Names.of("127.0.0.1").withAddressesAsDnsNames();

    private static final Authority TRUSTED = authority("Trusted");

    @TempDir
    private Path folder;

    /** A server, and what is to be known about it. */
    private record Server(String description, Identity identity) {

        boolean isRight() {
            return description.equals("right");
        }

        @Override
        public String toString() {
            return description;
        }
    }

    /** Follows the steps, then fetches a page. */
    @FunctionalInterface
    private interface Follower {
        ProgramResult fetch(TrustStepsIT test, TlsServer server) throws IOException;
    }

    static Stream<Arguments> everyoneAndEveryServer() {
        Instant now = Instant.now();
        Validity past = new Validity(now.minus(Duration.ofDays(2)), now.minus(Duration.ofDays(1)));
        CertificateProfile right = CertificateProfile.server(HERE);
        List<Server> servers = List.of(
                new Server("right", TRUSTED.issue(right)),
                new Server("of a foreign authority", authority("Trusted").issue(right)),
                new Server("for another address", TRUSTED.issue(right.withNames(Names.of("127.0.0.2")))),
                new Server("expired", TRUSTED.issue(right.withValidity(past))));
        return followers().flatMap(follower -> servers.stream().map(server -> Arguments.of(follower, server)));
    }

    private static Stream<Named<Follower>> followers() {
        Stream<Named<Follower>> devices = MicroPython.runners()
                .map(runner -> Named.of(runner.getName(), (test, server) -> test.device(runner.getPayload(), server)));
        return Stream.concat(
                devices,
                Stream.of(
                        Named.of("curl", (test, server) -> test.curl(server)),
                        Named.of("python", (test, server) -> test.python(server)),
                        Named.of("node", (test, server) -> test.node(server)),
                        Named.of("java", (test, server) -> test.java(server))));
    }

    @BeforeEach
    void keepTheAuthoritysCertificate() throws IOException {
        new Destination(folder, "ca", List.of(Format.PEM), IfPresent.REFUSE)
                .write(new Material(TRUSTED.identity().key(), TRUSTED.identity().chain()));
    }

    @ParameterizedTest(name = "{0}, a server that is {1}")
    @MethodSource("everyoneAndEveryServer")
    void believeTheRightServerAndNoOther(Follower who, Server which) throws Exception {
        try (TlsServer server = new TlsServer(which.identity())) {
            ProgramResult result = who.fetch(this, server);

            assertThat(result.out().contains(TlsServer.PAGE))
                    .as(result.toString())
                    .isEqualTo(which.isRight());
            assertThat(result.exitCode() == 0).as(result.toString()).isEqualTo(which.isRight());
        }
    }

    private ProgramResult device(MicroPython runner, TlsServer server) throws IOException {
        List<String> steps = steps(TrustTarget.MICROPYTHON);
        List<String> words = List.of(steps.get(0).split(" && ")[0].split(" "));
        assertThat(words.get(1)).isEqualTo("convert");
        run("convert", words.get(2), words.get(3), folder.resolve(words.get(4)).toString());
        String program = "import socket\nsock = socket.socket()\nsock.connect(socket.getaddrinfo(\"127.0.0.1\", "
                + server.port() + ")[0][-1])\n"
                + String.join("\n", steps.subList(1, steps.size())).replace("192.168.1.7", "127.0.0.1")
                + "\nsock.write(b\"GET / HTTP/1.0\\r\\n\\r\\n\")\nprint(sock.read(1000))\n";
        return runner.with(Files.writeString(folder.resolve("device.py"), program))
                .in(folder)
                .run();
    }

    private ProgramResult curl(TlsServer server) {
        return shell(step(TrustTarget.CURL, "curl --cacert").replace("https://...", server.url()));
    }

    private ProgramResult python(TlsServer server) throws IOException {
        Files.writeString(folder.resolve("fetch.py"), """
                import sys, urllib.request
                print(urllib.request.urlopen(sys.argv[1]).read())
                """);
        return shell(step(TrustTarget.CURL, "SSL_CERT_FILE=").replace("...", "fetch.py " + server.url()));
    }

    private ProgramResult node(TlsServer server) throws IOException {
        Files.writeString(folder.resolve("fetch.js"), """
                require("https").get(process.argv[2], answer => answer.pipe(process.stdout));
                """);
        return shell(step(TrustTarget.CURL, "NODE_EXTRA_CA_CERTS=").replace("...", "fetch.js " + server.url()));
    }

    private ProgramResult java(TlsServer server) throws IOException {
        Files.writeString(folder.resolve("Fetch.java"), """
                class Fetch {
                    public static void main(String[] url) throws Exception {
                        new java.net.URL(url[0]).openStream().transferTo(System.out);
                    }
                }
                """);
        shell(step(TrustTarget.JAVA, "keytool -importcert"));
        return shell(step(TrustTarget.JAVA, "java ").replace("...", "Fetch.java " + server.url()));
    }

    private List<String> steps(TrustTarget truster) {
        TrustedFile file = new TrustedFile(folder.resolve("ca.pem"), TRUSTED.certificate());
        return truster.steps(file).lines().toList();
    }

    /** The one line that begins like this, without what is explained behind it. */
    private String step(TrustTarget truster, String beginning) {
        return steps(truster).stream()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .orElseThrow()
                .replaceFirst(" {3,}\\(.*", "");
    }

    private ProgramResult shell(String line) {
        String program = line.replaceFirst("^(\\S+=\\S+ )*(\\S+) .*", "$2");
        if (!List.of("java", "keytool").contains(program)) {
            Program.named(program); // or the test is skipped
        }
        String path = "PATH=" + Path.of(System.getProperty("java.home"), "bin") + ":$PATH; export PATH; ";
        return Program.named("sh").in(folder).run("-c", path + line);
    }

    private static void run(String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        assertThat(Main.run(out, out, Map.of(), arguments)).as(said.toString()).isZero();
    }

    private static Authority authority(String name) {
        return Authority.create(AuthorityProfile.named(name).withReach(Reach.UNLIMITED));
    }
}
