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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetches through proxies that others wrote. */
class ProxiesIT {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok";

    @TempDir
    private Path folder;

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
        Identity identity = SelfSigned.issue(CertificateProfile.server(Names.of("127.0.0.1")));
        Path root = TlsPeer.pem(folder, "root.crt", identity.certificate());
        try (TlsPeer peer = TlsPeer.start(TlsPeer.pem(folder, "server.pem", identity));
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

    @Test
    void haproxyTakesTheRequestInTls() throws IOException {
        Identity identity = SelfSigned.issue(CertificateProfile.server(Names.of("127.0.0.1")));
        Path pem = TlsPeer.pem(folder, "haproxy.pem", identity);
        Path root = TlsPeer.pem(folder, "haproxy.crt", identity.certificate());
        int port = Ports.free();
        try (RawServer server = RawServer.answering(OK)) {
            Path configuration =
                    Files.writeString(folder.resolve("haproxy.cfg"), """
                    defaults
                      mode http
                      timeout connect 5s
                      timeout client 5s
                      timeout server 5s
                    listen tls
                      bind 127.0.0.1:%d ssl crt %s
                      http-request set-header X-Seen-By haproxy
                      server one 127.0.0.1:%d
                    """.formatted(port, pem, server.port()));
            try (RunningProgram haproxy = Program.named("haproxy").start("-db", "-f", configuration.toString())) {
                Nginx.awaitPort(haproxy, port);

                ClientRun run = ClientRun.of("--cacert", root.toString(), "https://127.0.0.1:" + port + "/");

                assertThat(run.exit()).as(run.out()).isZero();
                assertThat(server.requests()).anyMatch(head -> head.contains("x-seen-by: haproxy"));
            }
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
