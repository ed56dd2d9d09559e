package io.hellowire.server.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.hellowire.capture.CaptureFilter;
import io.hellowire.capture.CaptureOptions;
import io.hellowire.capture.CaptureOptions.Secrets;
import io.hellowire.capture.reading.CaptureContents;
import io.hellowire.capture.reading.CaptureReader;
import io.hellowire.capture.reading.CapturedConnection;
import io.hellowire.capture.tls.TlsStreams;
import io.hellowire.server.HelloServer;
import io.hellowire.server.Listeners;
import io.hellowire.server.ServerOptions;
import io.hellowire.server.ServerOptions.Engine;
import io.hellowire.server.ServerOptions.Limits;
import io.hellowire.server.answer.AnswerOptions;
import io.hellowire.server.journal.JournalOptions;
import io.hellowire.server.tls.CertificateSource;
import io.hellowire.server.tls.TlsOptions;
import io.hellowire.server.tls.TlsOptions.ClientAuthentication;
import io.hellowire.server.tls.TlsProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs the proof: a captured server on two loopback ports, one greeting over each, then a look into the capture. */
final class ProofRun {

    private static final int MOST_BYTES = 64 * 1024;
    private static final byte[] REQUEST = "GET / HTTP/1.0\r\n\r\n".getBytes(US_ASCII);

    private final Path folder;
    private final Path capture;
    private final TlsProvider provider;

    private ProofRun(Path folder, TlsProvider provider) {
        this.folder = folder;
        this.capture = folder.resolve("capture.pcapng");
        this.provider = provider;
    }

    /** Proves it with this TLS library, and leaves nothing behind. */
    static Proof with(TlsProvider provider) throws IOException, GeneralSecurityException {
        Path folder = Files.createTempDirectory("hellowire-prove");
        try {
            return new ProofRun(folder, provider).run();
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private Proof run() throws IOException, GeneralSecurityException {
        HelloServer server = HelloServer.start(options(), () -> {});
        try {
            fetch(connect(server.httpPort()));
            fetch(UncheckedTls.over(connect(server.httpsPort())));
        } finally {
            server.stop();
        }
        return look();
    }

    private static Socket connect(@Nullable Integer port) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), Objects.requireNonNull(port, "both ports were asked for"));
    }

    private ServerOptions options() {
        return new ServerOptions(
                new Listeners(List.of(InetAddress.getLoopbackAddress().getHostAddress()), 0, 0, null, 16),
                new TlsOptions(CertificateSource.automatic(folder), provider, List.of(), ClientAuthentication.NEED),
                AnswerOptions.DEFAULT,
                quiet(),
                Limits.DEFAULT,
                Engine.ofThisMachine(),
                new CaptureOptions(capture.toString(), false, Secrets.EMBED, null, null, 0, CaptureFilter.EVERYTHING));
    }

    private static JournalOptions quiet() {
        JournalOptions usual = JournalOptions.DEFAULT;
        return new JournalOptions(
                usual.format(),
                JournalOptions.Destination.NOWHERE,
                usual.overflow(),
                List.of(),
                null,
                usual.healthChecks());
    }

    private static void fetch(Socket connected) throws IOException {
        try (Socket socket = connected) {
            socket.getOutputStream().write(REQUEST);
            socket.getInputStream().readAllBytes();
        }
    }

    private Proof look() throws IOException, GeneralSecurityException {
        CaptureContents contents = CaptureReader.read(capture, MOST_BYTES);
        CapturedConnection http = contents.connections().get(0);
        CapturedConnection https = contents.connections().get(1);
        TlsStreams tls = TlsStreams.of(https.fromClient(), https.fromServer());
        if (tls == null) {
            throw new GeneralSecurityException("HTTPS port: no TLS (expected: a handshake)");
        }
        return new Proof(
                "Hello #",
                http.fromServer(),
                https.fromServer(),
                tls.facts(contents.secrets()),
                tls.open(contents.secrets()).fromServer());
    }
}
