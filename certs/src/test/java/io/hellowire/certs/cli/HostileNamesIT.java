package io.hellowire.certs.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.certs.CertificateLoader;
import io.hellowire.certs.Passphrase;
import io.hellowire.testkit.HostileText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing in a certificate harms the terminal of who looks at it. */
class HostileNamesIT {

    @TempDir
    private Path directory;

    private Path hostile;

    @BeforeEach
    void makeCertificate() throws Exception {
        hostile = HostileText.certificate(directory);
        Files.copy(directory.resolve("hostile-certificate.pem"), directory.resolve("ca.pem"));
        Files.copy(directory.resolve("hostile-key.pem"), directory.resolve("ca-key.pem"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "show FILE",
                "show FILE --json",
                "check FILE --for h",
                "check FILE --for 127.0.0.1 --client chrome,curl,java,mbedtls2",
                "trust FILE",
                "convert FILE -o DIR/new.pem",
                "create -o DIR/new --ip 127.0.0.1 --ca DIR",
                "create -o DIR/new --dns a.example --ca DIR",
                "renew DIR/ca.pem",
                "renew FILE --ca DIR"
            })
    void ofAFile(String line) {
        String printed = run(line.replace("FILE", hostile.toString())
                .replace("DIR", directory.toString())
                .split(" "));

        assertThat(printed).isNotBlank();
        assertThat(HostileText.in(printed)).isEmpty();
    }

    @Test
    void ofAServer() throws Exception {
        try (TlsServer server = new TlsServer(new CertificateLoader(Passphrase.none()).loadIdentity(hostile))) {
            for (String more : new String[] {"--timeout=10", "--json"}) {
                String printed = run("show", "127.0.0.1:" + server.port(), more);

                assertThat(printed).contains("127.0.0.1");
                assertThat(HostileText.in(printed)).isEmpty();
            }
        }
    }

    /** Text, and alerts of every number, instead of TLS. */
    @Test
    void ofAServerThatSpeaksNoTls() throws Exception {
        List<String> answers = new ArrayList<>(List.of(HostileText.bytes(""), "HTTP/1.1 400 " + HostileText.bytes("")));
        for (char b = 0; b < 256; b++) {
            answers.add("\25\3\3\0\2\2" + b);
        }
        for (String answer : answers) {
            try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
                Thread speaking = new Thread(() -> say(server, answer));
                speaking.start();
                String printed = run("show", "127.0.0.1:" + server.getLocalPort(), "--timeout=10");

                assertThat(printed).isNotBlank();
                assertThat(HostileText.in(printed)).as(answer).isEmpty();
            }
        }
    }

    private static void say(ServerSocket server, String answer) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.getOutputStream().write(answer.getBytes(ISO_8859_1));
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes();
            } catch (IOException e) {
                // the other side, or the end of the test, closed it
            }
        }
    }

    private static String run(String... arguments) {
        StringWriter printed = new StringWriter();
        PrintWriter writer = new PrintWriter(printed);
        Main.run(writer, writer, Map.of(), arguments);
        return printed.toString();
    }
}
