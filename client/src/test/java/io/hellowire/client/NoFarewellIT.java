package io.hellowire.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.certs.Identity;
import io.hellowire.certs.issue.CertificateProfile;
import io.hellowire.certs.issue.KeyType;
import io.hellowire.certs.issue.Names;
import io.hellowire.certs.issue.SelfSigned;
import io.hellowire.client.cli.ClientRun;
import io.hellowire.testkit.MicroPython;
import io.hellowire.testkit.RunningProgram;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that end a connection without TLS's close_notify, as MicroPython's do. */
class NoFarewellIT {

    private static final Identity IDENTITY =
            SelfSigned.issue(CertificateProfile.server(Names.of("127.0.0.1")).withKeyType(KeyType.RSA2048));

    /** The tutorial's secure server: no Content-Length, and a close that says nothing. */
    private static final String TUTORIAL_SERVER = """
            import socket, ssl, sys
            s = socket.socket()
            s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            s.bind(socket.getaddrinfo("127.0.0.1", int(sys.argv[3]))[0][-1])
            s.listen(5)
            print("Listening on port", sys.argv[3])
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(sys.argv[2], sys.argv[1])
            while True:
                client = s.accept()[0]
                stream = context.wrap_socket(client, server_side=True)
                while stream.readline() not in (b"\\r\\n", b""):
                    pass
                stream.write(b"HTTP/1.0 200 OK\\r\\n\\r\\nHello #0 from MicroPython!\\n")
                stream.close()
                client.close()
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"openssl, 1.2", "openssl, 1.3", "jdk, 1.2", "jdk, 1.3"})
    void aBodyThatTheCloseEndsIsWholeButOdd(String library, String version) throws Exception {
        ClientRun run = fetch("HTTP/1.1 200 OK\r\n\r\nall of a page", "--tls-provider", library, "--tls-max", version);

        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.words())
                .contains("all of a page")
                .contains("odd: no length, and the connection ended without TLS's close_notify")
                .contains("ended by the close, closed by server");
    }

    @ParameterizedTest
    @ValueSource(strings = {"openssl", "jdk"})
    void whoIsStrictIsToldThatItMayBeCut(String library) throws Exception {
        ClientRun run = fetch("HTTP/1.1 200 OK\r\n\r\nhalf of a pa", "--tls-provider", library, "--strict");

        assertThat(run.exit()).as(run.out()).isEqualTo(18);
        assertThat(run.words())
                .contains("half of a pa")
                .contains("without TLS's close_notify, so the body may be incomplete");
    }

    static Stream<Arguments> whatIsMissed() {
        List<String> answers = List.of(
                "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nhalf of a pa",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n14\r\nhalf of a pa",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n",
                "HTTP/1.1 200 OK\r\nServer: half of a",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + halfOf(gzip("a page")));
        return Stream.of("openssl", "jdk").flatMap(library -> answers.stream().map(a -> Arguments.of(library, a)));
    }

    @ParameterizedTest
    @MethodSource("whatIsMissed")
    void whatItsOwnFramingMissesIsCut(String library, String answer) throws Exception {
        assertThat(fetch(answer, "--compressed", "--tls-provider", library).exit())
                .isEqualTo(18);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Content-Length: 6\r\n\r\na page", "Transfer-Encoding: chunked\r\n\r\n6\r\na page\r\n0\r\n\r\n"})
    void whatHasAnEndOfItsOwnNeedsNoFarewell(String answer) throws Exception {
        ClientRun run = fetch("HTTP/1.1 200 OK\r\n" + answer, "--strict");

        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.out()).doesNotContain("odd:");
    }

    static Stream<Arguments> runnersAndLibraries() {
        return MicroPython.runners()
                .flatMap(runner -> Stream.of("openssl", "jdk").map(library -> Arguments.of(runner, library)));
    }

    @ParameterizedTest
    @MethodSource("runnersAndLibraries")
    void theTutorialsServerIsShownWhole(MicroPython runner, String library) throws Exception {
        Path program = Files.writeString(folder.resolve("server.py"), TUTORIAL_SERVER);
        Path key = Files.write(folder.resolve("key.der"), IDENTITY.key().getEncoded());
        Path certificate =
                Files.write(folder.resolve("cert.der"), IDENTITY.certificate().getEncoded());

        ClientRun run = fetchFrom(runner, program, key, certificate, library);

        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.out()).contains("Hello #0 from MicroPython!").contains("odd: no length");
    }

    @ParameterizedTest
    @MethodSource("runnersAndLibraries")
    void ourOwnServerForDevicesSaysHowLongItsAnswerIs(MicroPython runner, String library) throws Exception {
        Path key = base64("key.b64", IDENTITY.key().getEncoded());
        Path certificate = base64("cert.b64", IDENTITY.certificate().getEncoded());

        ClientRun run =
                fetchFrom(runner, Path.of("..", "devices", "https_server.py"), key, certificate, library, "--strict");

        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.out()).contains("Hello #1 from MicroPython!").doesNotContain("odd:");
    }

    private static ClientRun fetch(String answer, String... options) throws Exception {
        try (TruncatingTlsServer server = new TruncatingTlsServer(IDENTITY, answer.getBytes(ISO_8859_1))) {
            return ClientRun.of(with(options, "-k", "https://127.0.0.1:" + server.port() + "/"));
        }
    }

    private ClientRun fetchFrom(
            MicroPython runner, Path program, Path key, Path certificate, String library, String... options)
            throws IOException {
        Path root = TlsPeer.pem(folder, "root.pem", IDENTITY.certificate());
        int port = Ports.free();
        try (RunningProgram server =
                runner.with(program).start(key.toString(), certificate.toString(), String.valueOf(port))) {
            server.awaitMatch(Pattern.compile("Listening on port \\d+\\s"));
            return ClientRun.of(with(
                    options,
                    "--tls-provider",
                    library,
                    "--cacert",
                    root.toString(),
                    "https://127.0.0.1:" + port + "/"));
        }
    }

    private Path base64(String name, byte[] content) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(folder.resolve(name), body + "\n");
    }

    private static String[] with(String[] options, String... more) {
        List<String> all = new ArrayList<>(Arrays.asList(options));
        all.addAll(Arrays.asList(more));
        return all.toArray(String[]::new);
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(text.getBytes(ISO_8859_1));
        } catch (IOException e) {
            throw new IllegalStateException("memory fails to be written", e);
        }
        return zipped.toByteArray();
    }

    private static String halfOf(byte[] content) {
        return new String(content, 0, content.length / 2, ISO_8859_1);
    }
}
