package io.hellowire.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.certs.Identity;
import io.hellowire.certs.issue.CertificateProfile;
import io.hellowire.certs.issue.Names;
import io.hellowire.certs.issue.SelfSigned;
import io.hellowire.client.cli.ClientRun;
import io.hellowire.testkit.ProgramResult;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each exit code, by a situation that really leads to it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExitCodesIT {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok";

    @TempDir
    private static Path folder;

    private Path selfSigned;

    @BeforeAll
    void issue() throws IOException {
        Identity identity = SelfSigned.issue(CertificateProfile.server(Names.of("127.0.0.1")));
        selfSigned = TlsPeer.pem(folder, "self.pem", identity);
    }

    static Stream<Arguments> answers() {
        String head = "HTTP/1.1 200 OK\r\n";
        return Stream.of(
                Arguments.of(0, "all is well", OK),
                Arguments.of(0, "a small device's answer: bare LF and no fields", "HTTP/1.0 200 OK\n\nHello #0\n"),
                Arguments.of(0, "a page until the close", "HTTP/1.1 200 OK\r\n\r\nhello"),
                Arguments.of(
                        0,
                        "chunks with an extension and trailers",
                        head + "Transfer-Encoding: chunked\r\n\r\n2;x=y\r\nok\r\n0\r\nA: b\r\n\r\n"),
                Arguments.of(
                        0,
                        "interim responses first",
                        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + OK),
                Arguments.of(0, "a 404, which was the question", "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"),
                Arguments.of(0, "nothing because of 204", "HTTP/1.1 204 No Content\r\n\r\n"),
                Arguments.of(1, "a reply without HTTP", "hello, I am a telnet server\r\n\r\n"),
                Arguments.of(1, "a version that does not exist", "HTTP/7.3 200 OK\r\n\r\n"),
                Arguments.of(1, "a TLS alert on the plain port", "\u0015\u0003\u0001\u0000\u0002\u0002\u0028"),
                Arguments.of(8, "a header line without a colon", head + "no colon\r\n\r\n"),
                Arguments.of(8, "two lengths that differ", head + "Content-Length: 2\r\nContent-Length: 3\r\n\r\nokk"),
                Arguments.of(8, "a length that is no number", head + "Content-Length: -2\r\n\r\nok"),
                Arguments.of(8, "interim responses without end", "HTTP/1.1 100 Continue\r\n\r\n".repeat(2000)),
                Arguments.of(18, "a head cut midway", "HTTP/1.1 200 OK\r\nContent-Le"),
                Arguments.of(18, "a body that is too short", head + "Content-Length: 10\r\n\r\nseven!!"),
                Arguments.of(18, "chunks without the last one", head + "Transfer-Encoding: chunked\r\n\r\n2\r\nok\r\n"),
                Arguments.of(52, "nothing at all", ""),
                Arguments.of(56, "a chunk size that is none", head + "Transfer-Encoding: chunked\r\n\r\nzz\r\nok\r\n"),
                Arguments.of(100, "a head without end", head + "A: " + "x".repeat(400_000) + "\r\n\r\n"),
                Arguments.of(100, "fields without end", head + "A: b\r\n".repeat(6000) + "\r\n"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("answers")
    void tellsHowTheAnswerWas(int exit, String situation, String response) throws IOException {
        try (RawServer server = RawServer.answering(response)) {
            ClientRun run = ClientRun.of(server.url("/"), "--bytes", "all");

            assertThat(run.exit()).as(run.out()).isEqualTo(exit);
            assertThat(run.out()).contains("exit " + exit);
        }
    }

    @Test
    void aServerThatSpeaksHttp2IsRecognised() throws IOException {
        try (RawServer server = RawServer.answering("\0\0\6\4\0\0\0\0\0\0\3\0\0\0d")) {
            ClientRun run = ClientRun.of(server.url("/"));

            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.words()).contains("it speaks HTTP/2");
        }
    }

    static Stream<Arguments> commandLines() {
        String free = "http://127.0.0.1:1/";
        String missing = folder.resolve("missing").toString();
        return Stream.of(
                Arguments.of(2, "no URL", new String[] {}),
                Arguments.of(2, "an option that does not exist", new String[] {"--maxtime", "3", free}),
                Arguments.of(2, "options that contradict each other", new String[] {"-4", "-6", free}),
                Arguments.of(2, "a negative amount", new String[] {"--bytes", "-5", free}),
                Arguments.of(2, "a header without a colon", new String[] {"-H", "oops", free}),
                Arguments.of(2, "a header of two lines", new String[] {"-H", "A: b\r\nC: d", free}),
                Arguments.of(2, "an override without an address", new String[] {"--resolve", "host:80", free}),
                Arguments.of(2, "a body beside a raw request", new String[] {"-d", "x", "--raw-request", "GET", free}),
                Arguments.of(2, "a negative number of redirects", new String[] {"-L", "--max-redirs", "-5", free}),
                Arguments.of(2, "a proxy of a kind that nobody knows", new String[] {"-x", "foo://proxy:1", free}),
                Arguments.of(2, "a server name that is none", new String[] {"--sni", "a b", "https://127.0.0.1:1/"}),
                Arguments.of(2, "an empty protocol", new String[] {"--alpn", "h2,", "https://127.0.0.1:1/"}),
                Arguments.of(2, "a delay under ten milliseconds", new String[] {"--attempt-delay", "5", free}),
                Arguments.of(3, "a URL that is none", new String[] {"http://[::1"}),
                Arguments.of(3, "a port that is none", new String[] {"http://host:99999/"}),
                Arguments.of(1, "another protocol", new String[] {"ftp://host/"}),
                Arguments.of(4, "what is not built in", new String[] {"--http3", free}),
                Arguments.of(4, "a version switched off in Java", new String[] {
                    "--tls-provider", "jdk", "--tlsv1.0", "--tls-max", "1.0", "https://127.0.0.1:1/"
                }),
                Arguments.of(5, "a proxy nobody knows", new String[] {"-x", "http://proxy.invalid:1", free}),
                Arguments.of(6, "a name nobody knows", new String[] {"http://nobody.invalid/"}),
                Arguments.of(7, "a port on which nobody listens", new String[] {free}),
                Arguments.of(23, "a folder that is not there", new String[] {"-o", missing + "/x", free}),
                Arguments.of(23, "a folder of cookies that is not there", new String[] {"-c", missing + "/x", free}),
                Arguments.of(23, "a folder of certificates that is not there", new String[] {
                    "--save-certs", missing + "/x", "https://127.0.0.1:1/"
                }),
                Arguments.of(26, "a file to send that is not there", new String[] {"-d", "@" + missing, free}),
                Arguments.of(45, "an interface that is not there", new String[] {"--interface", "nope0", free}),
                Arguments.of(45, "a zone that is not there", new String[] {"http://[fe80::1%nope0]/"}),
                Arguments.of(7, "a link-local address without a zone", new String[] {"http://[fe80::1]:1/"}),
                Arguments.of(45, "an address that is not ours", new String[] {"--interface", "192.0.2.1", free}),
                Arguments.of(
                        58, "our certificate is not there", new String[] {"--cert", missing, "https://127.0.0.1:1/"}),
                Arguments.of(
                        59, "cipher suites nobody knows", new String[] {"--ciphers", "NOPE", "https://127.0.0.1:1/"}),
                Arguments.of(
                        77, "roots that are not there", new String[] {"--cacert", missing, "https://127.0.0.1:1/"}));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("commandLines")
    void tellsWhatIsWrongBeforeAnythingIsSent(int exit, String situation, String[] arguments) {
        ClientRun run = ClientRun.of(arguments);

        assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(exit);
        assertThat(run.err()).isNotEmpty().doesNotContain("Exception", "null", "\tat ");
    }

    @Test
    void namesTheNearestOption() {
        assertThat(ClientRun.of("--maxtime", "3", "http://x/").err()).contains("--max-time");
    }

    @Test
    void statusesThatAreNotWantedAre22() throws IOException {
        try (RawServer server = RawServer.answering("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nno")) {
            assertThat(ClientRun.of("-f", server.url("/")).exit()).isEqualTo(22);
            assertThat(ClientRun.of("--expect-status", "2xx", server.url("/")).exit())
                    .isEqualTo(22);
            assertThat(ClientRun.of("--expect-status", "200,404", server.url("/"))
                            .exit())
                    .isZero();
        }
    }

    @Test
    void aStatusCountsHoweverLongTheHeadIs() throws IOException {
        String head = "HTTP/1.1 500 Oops\r\nX: " + "x".repeat(9000) + "\r\nContent-Length: 9000\r\n\r\n";
        try (RawServer server = RawServer.answering(head + "y".repeat(9000))) {
            assertThat(ClientRun.of(server.url("/")).exit()).isZero();
            assertThat(ClientRun.of("-f", server.url("/")).exit()).isEqualTo(22);
            assertThat(ClientRun.of("--expect-status", "200", server.url("/")).exit())
                    .isEqualTo(22);
        }
    }

    @Test
    void moreToSendThanTheMemoryHoldsIs27() throws IOException {
        Path large = file(256L << 20);

        ProgramResult result = ClientProgram.with("-Xmx64m").run("--data", "@" + large, "http://127.0.0.1:1/");

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(27);
        assertThat(result.err()).startsWith("hellowire-client: out of memory: ").hasLineCount(1);
    }

    @Test
    void aFileIsSentThoughTheMemoryDoesNotHoldIt() throws IOException {
        Path large = file(128L << 20);
        try (RawServer server = RawServer.running((socket, in, out) -> {
            in.skipNBytes(128L << 20);
            out.write(OK.getBytes());
        })) {
            ProgramResult result = ClientProgram.with("-Xmx48m").run("--data-binary", "@" + large, server.url("/"));

            assertThat(result.exitCode()).as(result.toString()).isZero();
            assertThat(server.requests().get(0)).contains("\r\nContent-Length: 134217728\r\n");
        }
    }

    @Test
    void aFileOfWhichNotEvenAPieceFitsIs27() throws IOException {
        Path large = file(8L << 20);
        try (RawServer server = RawServer.running((socket, in, out) -> in.readAllBytes())) {
            ProgramResult result =
                    ClientProgram.with("-XX:MaxDirectMemorySize=1m").run("--data-binary", "@" + large, server.url("/"));

            assertThat(result.exitCode()).as(result.toString()).isEqualTo(27);
            assertThat(result.err())
                    .startsWith("hellowire-client: out of memory: ")
                    .hasLineCount(1);
        }
    }

    @Test
    void aFileThatShrinksWhileItIsSentIs55() throws IOException {
        Path file = folder.resolve("shrinks");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw");
                RawServer server = RawServer.running((socket, in, out) -> {
                    large.setLength(0); // most of it is unsent, since no buffer is so large
                    in.readAllBytes();
                })) {
            large.setLength(64L << 20);
            ClientRun run = ClientRun.of("--data-binary", "@" + file, server.url("/"));

            assertThat(run.exit()).as(run.out()).isEqualTo(55);
            assertThat(run.words()).contains("FAILED in send: not sent: " + file + ": ends after ");
        }
    }

    @Test
    void whatNobodyForesawIs43AndShowsItsStack() {
        try (TlsPeer peer = TlsPeer.start(selfSigned)) {
            ProgramResult result = ClientProgram.with("--limit-modules", "java.base,java.logging,jdk.unsupported")
                    .run(peer.url("127.0.0.1"));

            assertThat(result.exitCode()).as(result.toString()).isEqualTo(43);
            assertThat(result.err())
                    .startsWith("hellowire-client: internal error, or a Java that lacks something")
                    .contains("NoClassDefFoundError: javax/naming/")
                    .contains("\tat io.hellowire.client.");
        }
    }

    /** In a Java of its own with these options. */
    private Path file(long bytes) throws IOException {
        Path path = folder.resolve("file");
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(bytes);
        }
        return path;
    }

    @Test
    void silenceIs28AndSaysWhereItWas() throws IOException {
        try (RawServer server = RawServer.running((socket, in, out) -> in.read())) {
            ClientRun run = ClientRun.of("--max-time", "0.3", server.url("/"));

            assertThat(run.exit()).isEqualTo(28);
            assertThat(run.out()).contains("no reply within 300 ms");
        }
    }

    @Test
    void silenceInTheMiddleOfABodyIs28() throws IOException {
        try (RawServer server = RawServer.running((socket, in, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nok".getBytes());
            in.read();
        })) {
            ClientRun run = ClientRun.of("--max-time", "0.3", server.url("/"));

            assertThat(run.exit()).isEqualTo(28);
            assertThat(run.out()).contains("was not complete within 300 ms");
        }
    }

    @Test
    void silenceInTheHandshakeIs28() throws IOException {
        try (RawServer server = RawServer.running((socket, in, out) -> in.readAllBytes())) {
            ClientRun run = ClientRun.of("--max-time", "0.3", "https://127.0.0.1:" + server.port() + "/");

            assertThat(run.exit()).isEqualTo(28);
            assertThat(run.out()).contains("FAILED in tls");
        }
    }

    @Test
    void theTimeForConnectingIsAlsoForTheHandshake() throws IOException {
        try (RawServer server = RawServer.running((socket, in, out) -> in.readAllBytes())) {
            String url = "https://127.0.0.1:" + server.port() + "/";
            ClientRun run = ClientRun.of("--connect-timeout", "1", "--max-time", "0", url);

            assertThat(run.exit()).as(run.out()).isEqualTo(28);
            assertThat(run.words())
                    .contains("FAILED in tls: the TLS handshake was not done within 1000 ms, and the server has sent")
                    .contains("try http://");
        }
    }

    @Test
    void theTimeForConnectingIsNotForTheReply() throws IOException {
        try (RawServer server = RawServer.running((socket, in, out) -> in.readAllBytes())) {
            ClientRun run = ClientRun.of("--connect-timeout", "1", "--max-time", "2.5", server.url("/"));

            assertThat(run.exit()).as(run.out()).isEqualTo(28);
            assertThat(run.out()).contains("no reply within 2500 ms");
        }
    }

    @Test
    void plainHttpWhereTlsShouldBeIs35AndSaysSo() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Thread server = new Thread(() -> {
                try (Socket socket = listener.accept()) {
                    socket.getInputStream().read();
                    socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes());
                    socket.shutdownOutput();
                    socket.getInputStream().readAllBytes();
                } catch (IOException e) {
                    // the client was done
                }
            });
            server.start();

            ClientRun run = ClientRun.of("https://127.0.0.1:" + listener.getLocalPort() + "/");

            assertThat(run.exit()).as(run.out()).isEqualTo(35);
            assertThat(run.out()).contains("does not speak TLS").contains("try http://");
        }
    }

    @Test
    void noCommonVersionIs35() {
        try (TlsPeer peer = TlsPeer.start(selfSigned, "-tls1_2")) {
            ClientRun run = ClientRun.of("--tlsv1.3", peer.url("127.0.0.1"));

            assertThat(run.exit()).as(run.out()).isEqualTo(35);
            assertThat(run.out()).contains("protocol_version");
        }
    }

    @Test
    void anUntrustedCertificateIs60AndWithKItIs0() {
        try (TlsPeer peer = TlsPeer.start(selfSigned)) {
            assertThat(ClientRun.of(peer.url("127.0.0.1")).exit()).isEqualTo(60);

            ClientRun insecure = ClientRun.of("-k", peer.url("127.0.0.1"));
            assertThat(insecure.exit()).as(insecure.out()).isZero();
            assertThat(insecure.out()).contains("self-signed").contains("because of -k");
        }
    }

    @Test
    void anotherKeyThanThePinnedOneIs90EvenWithK() {
        try (TlsPeer peer = TlsPeer.start(selfSigned)) {
            ClientRun run = ClientRun.of(
                    "-k",
                    "--pinnedpubkey",
                    "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                    peer.url("127.0.0.1"));

            assertThat(run.exit()).as(run.out()).isEqualTo(90);
        }
    }

    @ParameterizedTest
    @MethodSource("tlsVersions")
    void aServerThatDemandsACertificateIs98(String version) {
        try (TlsPeer peer = TlsPeer.start(selfSigned, "-Verify", "1", "-verify_return_error", version)) {
            ClientRun run = ClientRun.of("-k", peer.url("127.0.0.1"));

            assertThat(run.exit()).as(run.out()).isEqualTo(98);
            assertThat(run.out()).contains("requires a client certificate");
        }
    }

    static Stream<String> tlsVersions() {
        return Stream.of("-tls1_2", "-tls1_3");
    }

    @Test
    void redirectsWithoutEndAre47() throws IOException {
        try (RawServer server =
                RawServer.answering("HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n")) {
            ClientRun run = ClientRun.of("-L", "--max-redirs", "3", server.url("/"));

            assertThat(run.exit()).isEqualTo(47);
            assertThat(server.requests()).hasSize(4);
        }
    }

    @Test
    void aResetIs56() throws IOException {
        try (RawServer server = RawServer.running((socket, in, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n".getBytes());
            out.flush();
            socket.setSoLinger(true, 0);
            socket.close();
        })) {
            ClientRun run = ClientRun.of(server.url("/"));

            assertThat(run.exit()).as(run.out()).isEqualTo(56);
        }
    }

    @Test
    void codingsThatAreNoneAre61() throws IOException {
        try (RawServer server =
                RawServer.answering("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 7\r\n\r\nnotgzip")) {
            assertThat(ClientRun.of("--compressed", server.url("/")).exit()).isEqualTo(61);
        }
    }

    @Test
    void moreThanTheFileMayHoldIs63() throws IOException {
        try (RawServer server = RawServer.answering(OK)) {
            assertThat(ClientRun.of("--max-filesize", "1", server.url("/")).exit())
                    .isEqualTo(63);
        }
    }

    @Test
    void aServerThatDoesNotGoOnIs33() throws IOException {
        Path file = Files.writeString(folder.resolve("half"), "o");
        try (RawServer server = RawServer.answering(OK)) {
            ClientRun run = ClientRun.of("-C", "-", "-o", file.toString(), server.url("/"));

            assertThat(run.exit()).as(run.out()).isEqualTo(33);
            assertThat(file).hasContent("o");
        }
    }

    @Test
    void aFullDiskIs23() throws IOException {
        try (RawServer server = RawServer.answering(OK)) {
            assertThat(ClientRun.of("-o", "/dev/full", server.url("/")).exit()).isEqualTo(23);
        }
    }

    @Test
    void slowerThanAllowedIs110() throws IOException {
        try (RawServer server = RawServer.answering(OK)) {
            ClientRun run = ClientRun.of("--slo", "total=0", server.url("/"));

            assertThat(run.exit()).as(run.out()).isEqualTo(110);
        }
    }

    @Test
    void aProxyThatRefusesIs97() throws IOException {
        try (RawServer proxy = RawServer.answering("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")) {
            ClientRun run = ClientRun.of("-x", proxy.url(""), "https://example.invalid/");

            assertThat(run.exit()).as(run.out()).isEqualTo(97);
            assertThat(run.out()).contains("403 Forbidden");
        }
    }

    @Test
    void theVariableOfAnOptionCounts() throws IOException {
        try (RawServer server = RawServer.answering("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")) {
            ClientRun run = ClientRun.with(Map.of("HELLOWIRE_FAIL", "true"), "", server.url("/"));

            assertThat(run.exit()).isEqualTo(22);
        }
    }
}
