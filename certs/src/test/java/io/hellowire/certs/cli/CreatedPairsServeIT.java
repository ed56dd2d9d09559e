package io.hellowire.certs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.certs.issue.KeyType;
import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import io.hellowire.testkit.RunningProgram;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The files that {@code create} writes, in the hands of servers that are not ours. All six key types work with both. */
class CreatedPairsServeIT {

    /** The tutorial's cross-check, with a port that the system chooses. */
    private static final String PYTHON_SERVER = """
            import http.server, ssl, sys
            server = http.server.HTTPServer(("127.0.0.1", 0), http.server.SimpleHTTPRequestHandler)
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(sys.argv[1], sys.argv[2])
            server.socket = context.wrap_socket(server.socket, server_side=True)
            print("ACCEPT 127.0.0.1:%d" % server.server_port, flush=True)
            server.serve_forever()
            """;

    private static final Pattern PORT = Pattern.compile("ACCEPT 127\\.0\\.0\\.1:(\\d+)\\s");

    private final Program curl = Program.named("curl");
    private final Program openssl = Program.named("openssl");

    /** One pair of each type for all tests: large RSA keys take seconds to make. */
    @TempDir
    private static Path pairs;

    @TempDir
    private Path directory;

    @BeforeAll
    static void createOneOfEach() {
        for (KeyType keyType : KeyType.values()) {
            run(
                    "create",
                    "-o",
                    pairs.toString(),
                    "--name",
                    keyType.toString(),
                    "--ip",
                    "127.0.0.1",
                    "--key",
                    keyType.toString(),
                    "--format",
                    "pem,headerless");
        }
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void aPairServesFromPythonToCurlByAddress(KeyType keyType) {
        try (RunningProgram server =
                Program.named("python3").in(pairs).start("-c", PYTHON_SERVER, keyType + ".pem", keyType + "-key.pem")) {
            assertThat(fetch(portOf(server), pair(keyType + ".pem")).out()).contains(keyType + ".pem");
        }
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void aPairServesFromOpenSslToCurlByAddress(KeyType keyType) {
        try (RunningProgram server = serveWithOpenSsl(pair(keyType + ".pem"), pair(keyType + "-key.pem"), "PEM")) {
            assertThat(fetch(portOf(server), pair(keyType + ".pem")).out()).contains("s_server");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyType.class,
            names = {"RSA2048", "P256", "P384", "ED25519"})
    void aPairSignedByAnAuthorityServesToWhoTrustsTheAuthority(KeyType keyType) {
        run("ca", "-o", directory.resolve("ca").toString(), "--key", keyType.toString());
        create("--ca", file("ca"), "--ip", "127.0.0.1", "--key", keyType.toString());

        try (RunningProgram server = serveWithOpenSsl("server.pem", "server-key.pem", "PEM")) {
            assertThat(fetch(portOf(server), file("ca/ca.pem")).out()).contains("s_server");
        }
    }

    @Test
    void whoTrustsSomethingElseRefuses() {
        create("--ip", "127.0.0.1");
        create("--ip", "127.0.0.1", "--name", "other");

        try (RunningProgram server = serveWithOpenSsl("server.pem", "server-key.pem", "PEM")) {
            ProgramResult result =
                    curl.run("-sS", "--cacert", file("other.pem"), "https://127.0.0.1:" + portOf(server) + "/");
            assertThat(result.exitCode()).isEqualTo(60);
        }
    }

    @Test
    void aPairInDerServes() {
        create("--ip", "127.0.0.1", "--format", "der,pem");

        try (RunningProgram server = serveWithOpenSsl("server.der", "server-key.der", "DER")) {
            assertThat(fetch(portOf(server), file("server.pem")).out()).contains("s_server");
        }
    }

    @Test
    void aClientProvesItselfToAServerThatAsks() {
        run("ca", "-o", directory.resolve("ca").toString());
        create("--ca", file("ca"), "--ip", "127.0.0.1");
        create("--ca", file("ca"), "--client", "--name", "alice");

        try (RunningProgram server = openssl.in(directory)
                .start(
                        "s_server",
                        "-accept",
                        "127.0.0.1:0",
                        "-www",
                        "-cert",
                        "server.pem",
                        "-key",
                        "server-key.pem",
                        "-CAfile",
                        "ca/ca.pem",
                        "-Verify",
                        "1",
                        "-verify_return_error")) {
            String url = "https://127.0.0.1:" + portOf(server) + "/";
            assertThat(curl.run("-sS", "--cacert", file("ca/ca.pem"), url).exitCode())
                    .isNotZero();
            assertThat(curl.succeed(
                                    "-sS",
                                    "--cacert",
                                    file("ca/ca.pem"),
                                    "--cert",
                                    file("alice.pem"),
                                    "--key",
                                    file("alice-key.pem"),
                                    url)
                            .out())
                    .containsPattern("Subject: CN ?= ?alice");
        }
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void theHeaderlessPairDecodesToTheSameBytes(KeyType keyType) throws Exception {
        Base64.Decoder decoder = Base64.getMimeDecoder();
        assertThat(decoder.decode(Files.readAllBytes(pairs.resolve(keyType + ".b64"))))
                .isEqualTo(openssl.succeed("x509", "-in", pair(keyType + ".pem"), "-outform", "DER")
                        .output());
        assertThat(decoder.decode(Files.readAllBytes(pairs.resolve(keyType + "-key.b64"))))
                .isEqualTo(openssl.succeed(
                                "pkcs8", "-topk8", "-nocrypt", "-in", pair(keyType + "-key.pem"), "-outform", "DER")
                        .output());
    }

    private RunningProgram serveWithOpenSsl(String certificate, String key, String form) {
        return openssl.in(directory)
                .start(
                        "s_server",
                        "-accept",
                        "127.0.0.1:0",
                        "-www",
                        "-cert",
                        certificate,
                        "-certform",
                        form,
                        "-key",
                        key,
                        "-keyform",
                        form);
    }

    private ProgramResult fetch(int port, String trusted) {
        return curl.succeed("-sS", "--cacert", trusted, "https://127.0.0.1:" + port + "/");
    }

    private static int portOf(RunningProgram server) {
        return Integer.parseInt(server.awaitMatch(PORT).group(1));
    }

    private String file(String name) {
        return directory.resolve(name).toString();
    }

    private static String pair(String name) {
        return pairs.resolve(name).toString();
    }

    private void create(String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "create";
        arguments[1] = "-o";
        arguments[2] = directory.toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        run(arguments);
    }

    private static void run(String... arguments) {
        StringWriter said = new StringWriter();
        int exitCode = Main.run(new PrintWriter(said, true), new PrintWriter(said, true), Map.of(), arguments);
        assertThat(exitCode).as(said.toString()).isZero();
    }
}
