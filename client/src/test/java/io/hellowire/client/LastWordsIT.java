package io.hellowire.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.certs.issue.CertificateProfile;
import io.hellowire.certs.issue.Names;
import io.hellowire.certs.issue.SelfSigned;
import io.hellowire.client.cli.ClientRun;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Servers that give their reason and leave before the request is sent. The bodies are larger than all the buffers on
 * the way, so the sending never succeeds: what is reported must be the reason, and not that.
 */
class LastWordsIT {

    private static final String TOO_LARGE =
            "HTTP/1.1 413 Content Too Large\r\nContent-Length: 8\r\nConnection: close\r\n\r\ntoo much";

    @TempDir
    private Path folder;

    private String body;

    @BeforeEach
    void writeBody() throws IOException {
        Path file = folder.resolve("body");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(32L << 20);
        }
        body = "@" + file;
    }

    @Test
    void aResponseIsReadThoughTheConnectionIsResetBehindIt() throws IOException {
        try (RawServer server = RawServer.running((socket, in, out) -> {
            out.write(TOO_LARGE.getBytes(US_ASCII));
            socket.close(); // with bytes unread, which is a reset
        })) {
            ClientRun run = ClientRun.of("--data-binary", body, server.url("/"));

            assertThat(run.exit()).as(run.out()).isZero();
            assertThat(run.out()).contains("< HTTP/1.1 413 Content Too Large").contains("too much");
        }
    }

    @Test
    void aResponseEndsTheSendingToAServerThatReadsNoMore() throws IOException {
        CountDownLatch clientIsDone = new CountDownLatch(1);
        try (RawServer server = RawServer.running((socket, in, out) -> {
            out.write(TOO_LARGE.getBytes(US_ASCII));
            awaitQuietly(clientIsDone);
        })) {
            ClientRun run = ClientRun.of("--data-binary", body, "--max-time", "0", server.url("/"));
            clientIsDone.countDown();

            assertThat(run.exit()).as(run.out()).isZero();
            assertThat(run.out()).contains("< HTTP/1.1 413 Content Too Large");
        }
    }

    @Test
    void aResetWithoutAWordIs55() throws IOException {
        try (RawServer server = RawServer.running((socket, in, out) -> socket.close())) {
            ClientRun run = ClientRun.of("--data-binary", body, server.url("/"));

            assertThat(run.exit()).as(run.out()).isEqualTo(55);
            assertThat(run.out()).contains("FAILED in send: not sent: ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"openssl", "jdk"})
    void anAlertAfterTheHandshakeIsTheReason(String provider) throws IOException {
        Path pem = TlsPeer.pem(folder, "self.pem", SelfSigned.issue(CertificateProfile.server(Names.of("127.0.0.1"))));
        try (TlsPeer peer = TlsPeer.start(pem, "-Verify", "1", "-verify_return_error", "-tls1_3")) {
            ClientRun run =
                    ClientRun.of("-k", "--tls-provider", provider, "--data-binary", body, peer.url("127.0.0.1"));

            assertThat(run.exit()).as(run.out()).isEqualTo(98);
            assertThat(run.out()).contains("requires a client certificate");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"openssl", "jdk"})
    void aCloseNotifyEndsABodyThoughTheConnectionStaysOpen(String provider) throws IOException {
        Path pem = TlsPeer.pem(folder, "self.pem", SelfSigned.issue(CertificateProfile.server(Names.of("127.0.0.1"))));
        try (TlsPeer peer = TlsPeer.start(pem, "-tls1_3")) {
            ClientRun run = ClientRun.of("-k", "--tls-provider", provider, "--bytes", "all", peer.url("127.0.0.1"));

            assertThat(run.exit()).as(run.out()).isZero();
            assertThat(run.out()).contains("ended by the close");
        }
    }

    private static void awaitQuietly(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
