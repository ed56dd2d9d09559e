package io.hellowire.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.certs.Identity;
import io.hellowire.certs.issue.CertificateProfile;
import io.hellowire.certs.issue.Names;
import io.hellowire.certs.issue.SelfSigned;
import io.hellowire.client.cli.ClientRun;
import io.hellowire.testkit.Program;
import io.hellowire.testkit.RunningProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fetches through proxies that others wrote. */
class ProxiesIT {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok";

    private final Identity identity = SelfSigned.issue(CertificateProfile.server(Names.of("127.0.0.1")));

    @TempDir
    private Path folder;

    private Path pem;
    private Path root;

    @BeforeEach
    void writeCertificates() throws IOException {
        pem = TlsPeer.pem(folder, "server.pem", identity);
        root = TlsPeer.pem(folder, "root.crt", identity.certificate());
    }

    @Test
    void plainHttpGoesThroughTinyproxyWithTheWholeUrl() throws IOException {
        try (RawServer server = RawServer.answering(OK);
                Tinyproxy proxy = new Tinyproxy()) {
            ClientRun run = ClientRun.with(Map.of("http_proxy", proxy.url()), "", server.url("/x"));

            assertThat(run.exit()).as(run.out()).isZero();
            assertThat(run.out())
                    .contains("because of the variable http_proxy")
                    .contains("> GET " + server.url("/x") + " HTTP/1.1");
            assertThat(server.requests().get(0)).startsWith("GET /x HTTP/1.");
        }
    }

    @Test
    void tlsGoesThroughTinyproxyInATunnel() throws IOException {
        try (TlsPeer peer = TlsPeer.start(pem);
                Tinyproxy proxy = new Tinyproxy()) {
            ClientRun run = ClientRun.of("-x", proxy.url(), "--cacert", root.toString(), peer.url("127.0.0.1"));

            assertThat(run.exit()).as(run.out()).isZero();
            assertThat(run.out())
                    .contains("> CONNECT 127.0.0.1:" + peer.port() + " HTTP/1.1")
                    .contains("trusted, and valid for \"127.0.0.1\"")
                    .contains("  proxy ");
        }
    }

    @Test
    void tinyproxysRefusalIsShown() throws IOException {
        try (Tinyproxy proxy = new Tinyproxy()) {
            ClientRun run = ClientRun.of("-x", proxy.url(), "https://127.0.0.1:1/");

            assertThat(run.exit()).as(run.out()).isEqualTo(97);
            assertThat(run.words()).contains("the proxy refused: HTTP/1.");
        }
    }

    @Test
    void socksProxiesTakeAddresses() throws IOException {
        try (RawServer server = RawServer.answering(OK);
                Microsocks proxy = new Microsocks()) {
            ClientRun run = ClientRun.of("-x", "socks5://" + proxy.address(), server.url("/"));

            assertThat(run.exit()).as(run.out()).isZero();
            assertThat(run.out()).contains("> connect to 127.0.0.1:" + server.port());
        }
    }

    @Test
    void socksProxiesTakeNames() throws IOException {
        try (RawServer server = RawServer.answering(OK);
                Microsocks proxy = new Microsocks("-u", "me", "-P", "secret")) {
            String url = "http://localhost:" + server.port() + "/";

            ClientRun run = ClientRun.of("-x", "socks5h://me:secret@" + proxy.address(), url);

            assertThat(run.exit()).as(run.out()).isZero();
            assertThat(run.out()).contains("> connect to localhost:").contains("< password accepted");
            assertThat(run.out()).doesNotContain("secret@");
        }
    }

    @Test
    void aSocksProxyThatWantsAPasswordIs97() throws IOException {
        try (Microsocks proxy = new Microsocks("-u", "me", "-P", "secret")) {
            ClientRun run = ClientRun.of("-x", "socks5://" + proxy.address(), "http://127.0.0.1:1/");

            assertThat(run.exit()).as(run.out()).isEqualTo(97);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https", "socks5", "socks5h"})
    void aProxyThatSaysNothingHasTheTimeForConnecting(String kind) throws IOException {
        try (RawServer silent = RawServer.running((socket, in, out) -> in.readAllBytes())) {
            String proxy = kind + "://127.0.0.1:" + silent.port();
            ClientRun run =
                    ClientRun.of("-x", proxy, "--connect-timeout", "1", "--max-time", "0", "https://127.0.0.1/");

            assertThat(run.exit()).as(run.out()).isEqualTo(28);
            assertThat(run.words())
                    .contains("FAILED in proxy: ")
                    .contains("within 1000 ms")
                    .contains("http://");
        }
    }

    @Test
    void haproxyTakesTheRequestInTls() throws IOException {
        try (RawServer server = RawServer.answering(OK);
                Haproxy haproxy = Haproxy.passingRequests(folder, pem, server.port())) {
            ClientRun run = ClientRun.of("--cacert", root.toString(), haproxy.url() + "/");

            assertThat(run.exit()).as(run.out()).isZero();
            assertThat(server.requests()).anyMatch(head -> head.contains("x-seen-by: haproxy"));
        }
    }

    /** It may be gone before TLS is begun, or while it is; neither is our mistake. */
    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"})
    void aProxyThatSaysYesAndLeavesIs35(String yes) throws IOException {
        try (RawServer proxy = RawServer.running((socket, in, out) -> {
            out.write(yes.getBytes());
            socket.close();
        })) {
            ClientRun run = ClientRun.of("-x", proxy.url(""), "https://example.invalid/");

            assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(35);
            assertThat(run.out()).contains("FAILED in tls");
        }
    }

    @Test
    void aProxyInTlsThatDropsAPageIs18IfOneIsStrict() throws Exception {
        try (TruncatingTlsServer proxy = new TruncatingTlsServer(identity)) {
            ClientRun run = ClientRun.of(
                    "--strict",
                    "--cacert",
                    root.toString(),
                    "-x",
                    "https://127.0.0.1:" + proxy.port(),
                    "http://example.invalid/");

            assertThat(run.exit()).as(run.out()).isEqualTo(18);
            assertThat(run.out())
                    .contains("> GET http://example.invalid/ HTTP/1.1")
                    .contains("close_notify");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"openssl", "jdk"})
    void whatTheProxyEndsInOrderTheServerHasNotEnded(String library) throws Exception {
        try (TruncatingTlsServer server = new TruncatingTlsServer(identity);
                Tinyproxy inner = new Tinyproxy();
                Haproxy proxy = Haproxy.passingBytes(folder, pem, inner.port)) {
            String url = "https://127.0.0.1:" + server.port() + "/";

            ClientRun run = ClientRun.of("--strict", "-k", "--tls-provider", library, "-x", proxy.url(), url);

            assertThat(run.exit()).as(run.out()).isEqualTo(18);
            assertThat(run.out()).contains("half of a pa").contains("close_notify");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"openssl", "jdk"})
    void plainHttpGoesThroughAProxyInTls(String library) throws IOException {
        try (RawServer server = RawServer.answering("HTTP/1.0 200 OK\r\n\r\nuntil the close");
                Tinyproxy inner = new Tinyproxy();
                Haproxy proxy = Haproxy.passingBytes(folder, pem, inner.port)) {
            ClientRun run = ClientRun.of(
                    "--cacert", root.toString(), "--tls-provider", library, "-x", proxy.url(), server.url("/x"));

            assertThat(run.exit()).as(run.out()).isZero();
            assertThat(run.out())
                    .contains("PROXY TLS TLSv1.3")
                    .contains("> GET " + server.url("/x") + " HTTP/1.1")
                    .contains("until the close");
            assertThat(server.requests().get(0)).startsWith("GET /x HTTP/1.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"openssl", "jdk"})
    void tlsGoesThroughAProxyInTls(String library) throws IOException {
        try (TlsPeer peer = TlsPeer.start(pem);
                Tinyproxy inner = new Tinyproxy();
                Haproxy proxy = Haproxy.passingBytes(folder, pem, inner.port)) {
            ClientRun run = ClientRun.of(
                    "--cacert",
                    root.toString(),
                    "--tls-provider",
                    library,
                    "--bytes",
                    "all",
                    "-x",
                    proxy.url(),
                    peer.url("127.0.0.1"));

            assertThat(run.exit()).as(run.out()).isZero();
            assertThat(run.words())
                    .contains("PROXY TLS TLSv1.3")
                    .contains("> CONNECT 127.0.0.1:" + peer.port() + " HTTP/1.1")
                    .contains("TLS TLSv1.3")
                    .contains("ended by the close");
        }
    }

    @Test
    void whatIsExpectedOfTheServerIsNotExpectedOfTheProxy() throws Exception {
        Identity other = SelfSigned.issue(CertificateProfile.server(Names.of("server.test")));
        Path both = TlsPeer.pem(folder, "both.crt", identity.certificate(), other.certificate());
        byte[] key = other.certificate().getPublicKey().getEncoded();
        byte[] pin = MessageDigest.getInstance("SHA-256").digest(key);
        try (TlsPeer peer = TlsPeer.start(TlsPeer.pem(folder, "other.pem", other));
                Tinyproxy inner = new Tinyproxy();
                Haproxy proxy = Haproxy.passingBytes(folder, pem, inner.port)) {
            ClientRun run = ClientRun.of(
                    "--cacert",
                    both.toString(),
                    "--verify-name",
                    "server.test",
                    "--sni",
                    "server.test",
                    "--pinnedpubkey",
                    "sha256//" + Base64.getEncoder().encodeToString(pin),
                    "-x",
                    proxy.url(),
                    peer.url("127.0.0.1"));

            assertThat(run.exit()).as(run.out()).isZero();
            assertThat(run.out())
                    .contains("trusted, and valid for \"127.0.0.1\"")
                    .contains("trusted, and valid for \"server.test\"");
        }
    }

    @Test
    void theCertificateOfAProxyThatIsNotTrustedCanBeSavedAndTrusted() throws IOException {
        Path saved = folder.resolve("saved.pem");
        try (RawServer inner = RawServer.answering(OK);
                Haproxy proxy = Haproxy.passingBytes(folder, pem, inner.port())) {
            ClientRun first =
                    ClientRun.of("--save-certs", saved.toString(), "-x", proxy.url(), "http://example.invalid/");
            ClientRun second = ClientRun.of("--cacert", saved.toString(), "-x", proxy.url(), "http://example.invalid/");

            assertThat(first.exit()).as(first.out()).isEqualTo(60);
            assertThat(second.exit()).as(second.out()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.invalid/", "https://example.invalid/"})
    void aProxyWithABadCertificateIs60AndLearnsNothing(String url) throws IOException {
        Path others = TlsPeer.pem(
                folder,
                "others.crt",
                SelfSigned.issue(CertificateProfile.server(Names.of("other.test")))
                        .certificate());
        try (RawServer inner = RawServer.answering(OK);
                Haproxy proxy = Haproxy.passingBytes(folder, pem, inner.port())) {
            ClientRun run = ClientRun.of("--cacert", others.toString(), "-x", proxy.url(), url);

            assertThat(run.exit()).as(run.out()).isEqualTo(60);
            assertThat(run.words())
                    .contains("PROXY TLS")
                    .contains("FAILED in proxy: TLS to the proxy: the certificate is self-signed");
            assertThat(inner.requests()).allMatch(String::isEmpty);
        }
    }

    /** tinyproxy on a port of the loopback interface. */
    private final class Tinyproxy implements AutoCloseable {

        private final int port = Ports.free();
        private final RunningProgram program;

        Tinyproxy() throws IOException {
            Path configuration = Files.writeString(
                    folder.resolve("tinyproxy.conf"),
                    "Port " + port + "\nListen 127.0.0.1\nTimeout 10\nAllow 127.0.0.1\nMaxClients 10\n");
            program = Program.named("tinyproxy").start("-d", "-c", configuration.toString());
            Nginx.awaitPort(program, port);
        }

        String url() {
            return "http://127.0.0.1:" + port;
        }

        @Override
        public void close() {
            program.close();
        }
    }

    /** microsocks on a port of the loopback interface. */
    private static final class Microsocks implements AutoCloseable {

        private final int port = Ports.free();
        private final RunningProgram program;

        Microsocks(String... more) throws IOException {
            String[] arguments = new String[more.length + 4];
            System.arraycopy(more, 0, arguments, 4, more.length);
            arguments[0] = "-i";
            arguments[1] = "127.0.0.1";
            arguments[2] = "-p";
            arguments[3] = String.valueOf(port);
            program = Program.named("microsocks").start(arguments);
            Nginx.awaitPort(program, port);
        }

        String address() {
            return "127.0.0.1:" + port;
        }

        @Override
        public void close() {
            program.close();
        }
    }
}
