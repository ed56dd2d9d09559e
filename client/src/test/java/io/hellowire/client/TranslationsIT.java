package io.hellowire.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.certs.Identity;
import io.hellowire.certs.issue.CertificateProfile;
import io.hellowire.certs.issue.Names;
import io.hellowire.certs.issue.SelfSigned;
import io.hellowire.client.cli.ClientRun;
import io.hellowire.testkit.MicroPython;
import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs that {@code --as} prints are run, and send what we send. */
class TranslationsIT {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 12\r\nConnection: close\r\n\r\nhello reader";
    private static final String[] UNUSUAL = {
        "-X", "PUT", "-H", "X-Quote: \"it's\" $HOME \\n", "-H", "Accept:", "-d", "a='1'&b=\"2\"\\"
    };

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"python", "micropython"})
    void pythonSendsTheSameBytes(String language) throws IOException {
        try (RawServer server = RawServer.answering(OK)) {
            String[] arguments = with(UNUSUAL, server.url("/x?y=z"));
            ClientRun.of(arguments);

            ProgramResult result = run("python3", print(language, arguments));

            assertThat(result.out())
                    .contains("Address information:")
                    .contains("Response:")
                    .contains("hello reader");
            assertThat(server.requests().get(1)).isEqualTo(server.requests().get(0));
        }
    }

    @ParameterizedTest
    @MethodSource("io.hellowire.testkit.MicroPython#runners")
    void micropythonSendsTheSameBytes(MicroPython runner) throws IOException {
        try (RawServer server = RawServer.answering(OK)) {
            String[] arguments = with(UNUSUAL, server.url("/"));
            ClientRun.of(arguments);
            Path program = Files.writeString(folder.resolve("program.py"), print("micropython", arguments));

            ProgramResult result = runner.with(program).succeed();

            assertThat(result.out()).contains("hello reader");
            assertThat(server.requests().get(1)).isEqualTo(server.requests().get(0));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-0", "-I", "--no-host"})
    void curlSendsTheSameFields(String option) throws IOException {
        try (RawServer server = RawServer.answering(OK)) {
            String[] arguments = option.isEmpty()
                    ? with(UNUSUAL, server.url("/x?y=z"))
                    : new String[] {option, server.url("/x?y=z")};
            ClientRun.of(arguments);

            shell(print("curl", arguments));

            assertThat(sorted(server.requests().get(1)))
                    .isEqualTo(sorted(server.requests().get(0)));
        }
    }

    @Test
    void curlSendsABodyThatNoCommandLineHolds() throws IOException {
        byte[] body = new byte[256];
        for (int i = 0; i < body.length; i++) {
            body[i] = (byte) i;
        }
        Path file = Files.write(folder.resolve("body"), body);
        List<byte[]> received = new CopyOnWriteArrayList<>();
        try (RawServer server = RawServer.running((socket, in, out) -> {
            received.add(in.readNBytes(body.length));
            out.write(OK.getBytes());
        })) {
            shell(print("curl", "--data-binary", "@" + file, server.url("/")));

            assertThat(received).containsExactly(body);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1", "0\r\n\r\n", ""})
    void curlMakesChunksOnce(String data) throws Exception {
        try (Relay relay = Relay.start()) {
            String url = "http://127.0.0.1:" + relay.port() + "/";
            String[] arguments = {"-H", "Transfer-Encoding: chunked", "-d", data, url};
            ClientRun.of(arguments);
            String ours = relay.said();

            shell(print("curl", arguments));

            assertThat(bodyOf(relay.said().substring(ours.length()))).isEqualTo(bodyOf(ours));
        }
    }

    private static String bodyOf(String request) {
        return request.substring(request.indexOf("\r\n\r\n"));
    }

    @Test
    void opensslIsGivenTheSameBytes() throws IOException {
        try (RawServer server = RawServer.answering(OK)) {
            String[] arguments = with(UNUSUAL, server.url("/x?y=z"));
            ClientRun.of(arguments);
            arguments[arguments.length - 1] = server.url("/x?y=z").replace("http:", "https:");
            String input = print("openssl", arguments).replaceAll("\\| openssl .*", "");

            String sent = Program.named("sh").succeed("-c", input).out();

            assertThat(sent).isEqualTo(server.requests().get(0) + "a='1'&b=\"2\"\\");
        }
    }

    @Test
    void opensslIsForTls() {
        ClientRun run = ClientRun.of("--as", "openssl", "http://127.0.0.1/");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.words()).contains("--as: openssl for http://127.0.0.1/ (expected: an https URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl", "python", "micropython", "openssl"})
    void theCertificateIsVerifiedAsWeDo(String language) throws IOException {
        Identity identity = SelfSigned.issue(CertificateProfile.server(Names.of("127.0.0.1")));
        Path root = TlsPeer.pem(folder, "root.crt", identity.certificate());
        try (TlsPeer peer = TlsPeer.start(TlsPeer.pem(folder, "server.pem", identity))) {
            String trusting = print(language, "--cacert", root.toString(), peer.url("127.0.0.1"));
            String careless = print(language, "-k", peer.url("127.0.0.1"));

            assertThat(execute(language, trusting).out()).contains("200 ok");
            assertThat(execute(language, careless).out()).contains("200 ok");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl", "python", "openssl"})
    void anUnknownCertificateIsRefusedAsWeDo(String language) throws IOException {
        Identity identity = SelfSigned.issue(CertificateProfile.server(Names.of("127.0.0.1")));
        try (TlsPeer peer = TlsPeer.start(TlsPeer.pem(folder, "server.pem", identity))) {
            assertThat(execute(language, print(language, peer.url("127.0.0.1"))).exitCode())
                    .isNotZero();
        }
    }

    /** Devices have no roots of their own, so the program can only say that it verifies nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"micropython", "arduino"})
    void whatVerifiesNothingSaysSo(String language) {
        ClientRun asked = ClientRun.of("--as", language, "-k", "https://192.0.2.1/");
        ClientRun unasked = ClientRun.of("--as", language, "https://192.0.2.1/");

        assertThat(asked.out()).contains("verifies nothing, as -k asks");
        assertThat(asked.err()).isEmpty();
        assertThat(unasked.out()).contains("verifies nothing: use --cacert");
        assertThat(unasked.err()).contains("this program does not verify who answers (expected: --cacert");
    }

    /** A program without the pin would say the same and verify less. */
    @ParameterizedTest
    @CsvSource({
        "--pinnedpubkey, sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "--verify-name, example.com",
        "--sni, example.com",
        "--dns-server, 192.0.2.53",
        "--cert, own.pem",
        "--capath, ."
    })
    void whatNoProgramIsToldIsRefused(String option, String value) throws IOException {
        String given = value.equals("own.pem")
                ? TlsPeer.pem(folder, value, SelfSigned.issue(CertificateProfile.client("me")))
                        .toString()
                : value.equals(".") ? folderOfRoots() : value;

        ClientRun run = ClientRun.of("--as", "curl", option, given, "https://192.0.2.1/");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.words()).contains("--as: with " + option + " (expected: without");
    }

    /** curl knows the same ways to a server; the others know the usual one. */
    @ParameterizedTest
    @CsvSource({
        "--resolve, a.test:443:192.0.2.1",
        "--connect-to, a.test:443:b.test:8443",
        "--proxy, http://192.0.2.1:3128",
        "--interface, 127.0.0.1",
        "--unix-socket, /run/a.sock"
    })
    void anotherWayIsCurlsAlone(String option, String value) {
        assertThat(print("curl", option, value, "https://a.test/").replace("'", ""))
                .contains(option + " " + value);
        for (String language : List.of("python", "micropython", "arduino", "esp-idf", "openssl")) {
            ClientRun run = ClientRun.of("--as", language, option, value, "-k", "https://a.test/");

            assertThat(run.exit()).as(language).isEqualTo(2);
            assertThat(run.words()).contains("--as: with " + option + " (expected: without");
        }
    }

    private String folderOfRoots() throws IOException {
        TlsPeer.pem(
                folder,
                "root.pem",
                SelfSigned.issue(CertificateProfile.server(Names.of("localhost")))
                        .certificate());
        return folder.toString();
    }

    @Test
    void deviceProgramsHaveTheRequestAndTheRootInThem() throws IOException {
        Identity identity = SelfSigned.issue(CertificateProfile.server(Names.of("192.0.2.1")));
        Path root = TlsPeer.pem(folder, "root.crt", identity.certificate());
        String url = "https://192.0.2.1/x";

        assertThat(print("arduino", "--cacert", root.toString(), url))
                .contains("client.setCACert(ROOT);")
                .contains("\"GET /x HTTP/1.1\\r\\n\"")
                .contains("BEGIN CERTIFICATE")
                .contains("client.connect(\"192.0.2.1\", 443)");
        assertThat(print("esp-idf", "--cacert", root.toString(), url))
                .contains(".cacert_buf")
                .contains("\"GET /x HTTP/1.1\\r\\n\"")
                .contains("BEGIN CERTIFICATE");
        assertThat(print("arduino", "http://192.0.2.1/"))
                .contains("WiFiClient client;")
                .doesNotContain("Secure");
    }

    private static String print(String language, String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        all[0] = "--as";
        all[1] = language;
        ClientRun run = ClientRun.of(all);
        assertThat(run.exit()).as(run.out()).isZero();
        return run.out();
    }

    private ProgramResult execute(String language, String program) throws IOException {
        if (language.equals("curl") || language.equals("openssl")) {
            Program.named(language);
            return Program.named("sh").run("-c", program);
        }
        Path file = Files.writeString(folder.resolve("program.py"), program);
        return Program.named("python3").run(file.toString());
    }

    private ProgramResult run(String interpreter, String program) throws IOException {
        Path file = Files.writeString(folder.resolve("program.py"), program);
        return Program.named(interpreter).succeed(file.toString());
    }

    private static void shell(String line) {
        Program.named("curl");
        Program.named("sh").succeed("-c", line);
    }

    private static String[] with(String[] options, String url) {
        String[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = url;
        return all;
    }

    /** curl puts some fields first, whatever the order on its command line. */
    private static String sorted(String head) {
        return head.lines().sorted().collect(Collectors.joining("\n"));
    }
}
