package io.hellowire.client;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetches from servers that others wrote. */
class PeersIT {

    @TempDir
    private Path folder;

    @Test
    void nginxCompressesAndWeDecode() throws IOException {
        String page = "hello nginx ".repeat(1000);
        Files.writeString(folder.resolve("page.html"), page);
        try (Nginx nginx = new Nginx(folder, "gzip on;")) {
            Path out = folder.resolve("out");

            ClientRun run = ClientRun.of("--compressed", "-o", out.toString(), nginx.url("/page.html"));

            assertThat(run.exit()).as(run.out()).isZero();
            assertThat(run.out()).contains("< Content-Encoding: gzip").contains("decoded from gzip");
            assertThat(out).hasContent(page);
        }
    }

    @Test
    void aDownloadFromNginxGoesOnWhereItStopped() throws IOException {
        byte[] whole = new byte[300_000];
        new Random(1).nextBytes(whole);
        Files.write(folder.resolve("whole.bin"), whole);
        Path part = Files.write(folder.resolve("part.bin"), Arrays.copyOf(whole, 100_000));
        try (Nginx nginx = new Nginx(folder, "")) {
            ClientRun run = ClientRun.of("-C", "-", "-o", part.toString(), nginx.url("/whole.bin"));

            assertThat(run.exit()).as(run.out()).isZero();
            assertThat(run.out()).contains("> Range: bytes=100000-").contains("206 Partial Content");
            assertThat(part).hasBinaryContent(whole);

            ClientRun again = ClientRun.of("-C", "-", "-o", part.toString(), nginx.url("/whole.bin"));
            assertThat(again.out()).contains("416");
            assertThat(part).hasBinaryContent(whole);
        }
    }

    @Test
    void nginxSaysWhatItThinksOfABadRequest() throws IOException {
        try (Nginx nginx = new Nginx(folder, "")) {
            ClientRun run = ClientRun.of("--raw-request", "GET\\r\\n\\r\\n", nginx.url("/"));

            assertThat(run.exit()).isZero();
            assertThat(run.out()).contains("> GET\n").contains("400 Bad Request");
        }
    }

    @Test
    void nodeSendsChunksAndTrailers() throws IOException {
        String program = """
                const server = require('http').createServer((request, response) => {
                  response.writeHead(200, {'Trailer': 'X-Sum'});
                  response.write('one ');
                  response.write(request.method + ' ' + request.url);
                  response.addTrailers({'X-Sum': '7'});
                  response.end();
                }).listen(0, '127.0.0.1', () => console.log('port', server.address().port, 'ready'));
                """;
        try (RunningProgram node = Program.named("node").start("-e", program)) {
            int port = portOf(node);

            ClientRun run = ClientRun.of("-X", "PURGE", "http://127.0.0.1:" + port + "/x");

            assertThat(run.exit()).as(run.out()).isZero();
            assertThat(run.out())
                    .contains("PURGE /x")
                    .contains("trailers, after the body:")
                    .contains("< X-Sum: 7")
                    .contains("ended by the last chunk");
        }
    }

    @Test
    void nodeServesOverTls() throws IOException {
        Identity identity = SelfSigned.issue(CertificateProfile.server(Names.of("127.0.0.1")));
        Path pem = TlsPeer.pem(folder, "node.pem", identity);
        Path root = TlsPeer.pem(folder, "node.crt", identity.certificate());
        String program = """
                const pem = require('fs').readFileSync(process.argv[1]);
                const server = require('https').createServer({key: pem, cert: pem}, (request, response) => {
                  response.end('hello from node over ' + request.socket.getProtocol());
                }).listen(0, '127.0.0.1', () => console.log('port', server.address().port, 'ready'));
                """;
        try (RunningProgram node = Program.named("node").start("-e", program, pem.toString())) {
            ClientRun run = ClientRun.of("--cacert", root.toString(), "https://127.0.0.1:" + portOf(node) + "/");

            assertThat(run.exit()).as(run.out()).isZero();
            assertThat(run.out()).contains("hello from node over TLSv1.3").contains("ALPN http/1.1");
        }
    }

    @Test
    void pythonServesOverTlsUntilTheClose() throws IOException {
        Identity identity = SelfSigned.issue(CertificateProfile.server(Names.of("localhost")));
        Path pem = TlsPeer.pem(folder, "python.pem", identity);
        Path root = TlsPeer.pem(folder, "python.crt", identity.certificate());
        String program = """
                import http.server, ssl, sys
                server = http.server.HTTPServer(("127.0.0.1", 0), http.server.SimpleHTTPRequestHandler)
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                context.load_cert_chain(sys.argv[1])
                server.socket = context.wrap_socket(server.socket, server_side=True)
                print("port", server.server_port, "ready", flush=True)
                server.serve_forever()
                """;
        Files.writeString(folder.resolve("hello.txt"), "hello from python");
        try (RunningProgram python = Program.named("python3").in(folder).start("-c", program, pem.toString())) {
            ClientRun run = ClientRun.of(
                    "-4", "--cacert", root.toString(), "https://localhost:" + portOf(python) + "/hello.txt");

            assertThat(run.exit()).as(run.out()).isZero();
            assertThat(run.out()).contains("hello from python").contains("matched DNS:localhost");
        }
    }

    @Test
    void aBodyIsSentAndTheAnswerToItShown() throws IOException {
        String program = """
                const server = require('http').createServer((request, response) => {
                  let body = '';
                  request.on('data', piece => body += piece);
                  request.on('end', () => response.end(request.headers['content-type'] + ' ' + body));
                }).listen(0, '127.0.0.1', () => console.log('port', server.address().port, 'ready'));
                """;
        try (RunningProgram node = Program.named("node").start("-e", program)) {
            String url = "http://127.0.0.1:" + portOf(node) + "/";
            Path file = Files.writeString(folder.resolve("body"), "a=1\nb=2\n", UTF_8);

            assertThat(ClientRun.of("-d", "@" + file, url).out()).contains("x-www-form-urlencoded a=1b=2");
            assertThat(ClientRun.of("--json-body", "{\"a\":1}", url).out()).contains("application/json {\"a\":1}");
            assertThat(ClientRun.with(Map.of(), "in chunks", "-H", "Transfer-Encoding: chunked", "-d", "@-", url)
                            .out())
                    .contains("in chunks");
            assertThat(ClientRun.with(Map.of(), "from stdin", "--data-binary", "@-", url)
                            .out())
                    .contains("from stdin");
        }
    }

    static int portOf(RunningProgram program) {
        program.awaitText("ready");
        return Integer.parseInt(program.out().replaceAll("(?s).*port ([0-9]+) ready.*", "$1"));
    }
}
