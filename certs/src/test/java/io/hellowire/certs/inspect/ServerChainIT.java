package io.hellowire.certs.inspect;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hellowire.certs.Openssl;
import io.hellowire.certs.OpensslServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerChainIT {

    private static final Duration PLENTY = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    private Openssl openssl;

    @BeforeEach
    void makeChain() {
        openssl = new Openssl(directory);
        openssl.authority("root", "root");
        openssl.leaf("leaf", "root");
    }

    @Test
    void givesWhatTheServerSendsThoughNobodyTrustsIt() throws IOException {
        try (OpensslServer server = OpensslServer.start(directory, "leaf", "-cert_chain", "root.pem")) {
            assertThat(subjects("127.0.0.1", server)).containsExactly("CN=leaf", "CN=root");
        }
    }

    @Test
    void speaksTls12Too() throws IOException {
        try (OpensslServer server = OpensslServer.start(directory, "leaf", "-tls1_2")) {
            assertThat(subjects("127.0.0.1", server)).containsExactly("CN=leaf");
        }
    }

    @Test
    void namesTheServerItAsksFor() throws IOException {
        openssl.leaf("other", "root");
        try (OpensslServer server = OpensslServer.start(
                directory, "leaf", "-servername", "localhost", "-cert2", "other.pem", "-key2", "other-key.pem")) {
            assertThat(subjects("localhost", server)).containsExactly("CN=other");
            assertThat(subjects("127.0.0.1", server)).containsExactly("CN=leaf");
        }
    }

    @Test
    void needsNoCertificateOfItsOwnEvenIfTheServerDemandsOne() throws IOException {
        try (OpensslServer server = OpensslServer.start(directory, "leaf", "-tls1_2", "-Verify", "1")) {
            assertThat(subjects("127.0.0.1", server)).containsExactly("CN=leaf");
        }
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }

        assertThatThrownBy(() -> fetch("127.0.0.1", port, PLENTY))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("127.0.0.1:" + port + ": connection refused")
                .hasMessageEndingWith("(expected: a server that speaks TLS there)");
    }

    @Test
    void waitsNoLongerThanToldForAServerThatSaysNothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> fetch("127.0.0.1", silent.getLocalPort(), Duration.ofMillis(300)))
                    .hasMessage("127.0.0.1:" + silent.getLocalPort()
                            + ": no answer within 300 ms (expected: a server that speaks TLS there)");
        }
    }

    @Test
    void saysThatAServerDoesNotSpeakTls() throws IOException, InterruptedException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> answerInPlainText(plain));
            server.start();

            assertThatThrownBy(() -> fetch("127.0.0.1", plain.getLocalPort(), PLENTY))
                    .hasMessageStartingWith("127.0.0.1:" + plain.getLocalPort() + ": no TLS handshake: ");
            server.join();
        }
    }

    @Test
    void saysThatANameHasNoAddress() {
        assertThatThrownBy(() -> fetch("no-such-host.invalid", 443, PLENTY))
                .hasMessage("no-such-host.invalid:443: no address for this name"
                        + " (expected: a server that speaks TLS there)");
    }

    private static void answerInPlainText(ServerSocket plain) {
        try (Socket socket = plain.accept()) {
            socket.getInputStream().readNBytes(5);
            socket.getOutputStream().write("HTTP/1.0 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> subjects(String host, OpensslServer server) throws IOException {
        return fetch(host, server.port(), PLENTY).stream()
                .map(certificate -> certificate.getSubjectX500Principal().getName())
                .toList();
    }

    private static List<X509Certificate> fetch(String host, int port, Duration timeout) throws IOException {
        return new ServerChain(new Endpoint(host, port), timeout).fetch();
    }
}
