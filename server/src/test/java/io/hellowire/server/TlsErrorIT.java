package io.hellowire.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.server.connection.ConnectionLimits;
import io.hellowire.server.connection.Timeouts;
import io.hellowire.server.exchange.Greeting;
import io.hellowire.server.tls.CertificateSource;
import io.hellowire.server.tls.TlsOptions;
import io.hellowire.server.tls.TlsOptions.ClientAuthentication;
import io.hellowire.server.tls.TlsProvider;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes as TLS on a connection that is established, and is none: the connection ends at once, and it is said why. */
class TlsErrorIT {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final int PATIENCE_MILLIS = 40_000;
    private static final int RECORD_BYTES = 16_384;

    @TempDir
    private Path directory;

    /** What comes instead of a record that the session's keys open. */
    enum Wrong {
        A_RECORD_OF_GARBAGE("\27\3\3\0\40" + "g".repeat(32), "a record of type 23 with 32 bytes"),
        A_SHORT_RECORD("\27\3\3\0\1g", "a record of type 23 with 1 bytes"),
        A_HANDSHAKE_RECORD_IN_THE_CLEAR("\26\3\3\0\4\0\0\0\0", "a record of type 22 with 4 bytes"),
        AN_ALERT_IN_THE_CLEAR("\25\3\3\0\2\2\60", "the client sent alert unknown_ca(48)"),
        TEXT("GET / HTTP/1.1\r\nHost: a\r\n\r\n", "what came is not TLS");

        private final String bytes;
        private final String words;

        Wrong(String bytes, String words) {
            this.bytes = bytes;
            this.words = words;
        }
    }

    static Stream<Arguments> eachWithEachLibraryAndVersion() {
        return Stream.of(Wrong.values())
                .flatMap(wrong -> Stream.of(TlsProvider.AUTO, TlsProvider.JDK)
                        .flatMap(library ->
                                Stream.of("TLSv1.3", "TLSv1.2").map(version -> Arguments.of(wrong, library, version))));
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @MethodSource("eachWithEachLibraryAndVersion")
    void endsTheConnectionAtOnceAndIsShown(Wrong wrong, TlsProvider library, String version)
            throws IOException, GeneralSecurityException {
        try (TestServer server = TestServer.in(directory, with(library));
                Socket socket = new Socket("127.0.0.1", server.httpsPort())) {
            establish(socket, version);
            socket.getOutputStream().write(wrong.bytes.getBytes(ISO_8859_1));
            socket.setSoTimeout(PATIENCE_MILLIS); // which is less than the server's
            socket.getInputStream().readAllBytes();
            assertThat(server.journal().lines().filter(line -> line.startsWith("----- Cut off")))
                    .singleElement()
                    .asString()
                    .contains(" -- TLS error after ", wrong.words);
        }
    }

    /** The last two bytes of many answers, in a record of their own, look like an alert of TLS 1.3. */
    @Test
    void isNotSeenInAnswersThatEndInAShortRecord() throws IOException, GeneralSecurityException {
        int some = 8000;
        int answer;
        String request = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
        try (TestServer server = TestServer.in(directory, TestServer.greeting(Greeting.of("g".repeat(some))))) {
            answer = Wire.exchange(server.httpPort(), request.replace("a\r\n", "a\r\nConnection: close\r\n"))
                            .length()
                    - "Connection: close\r\n".length();
        }
        int greeting = some + RECORD_BYTES / 2 + 1 - answer;
        try (TestServer server = TestServer.in(directory, TestServer.greeting(Greeting.of("g".repeat(greeting))));
                Wire wire = Wire.toTls(server.httpsPort(), "TLSv1.3")) {
            for (int i = 0; i < 3; i++) {
                wire.send(request + request);
                assertThat(wire.readUntil("g\n") + wire.readUntil("g\n")).hasSize(RECORD_BYTES + 2);
            }
            assertThat(server.journal()).doesNotContain("Cut off");
        }
    }

    private static void establish(Socket socket, String version) throws IOException, GeneralSecurityException {
        SSLSocket tls = (SSLSocket) Everyone.trusted().getSocketFactory().createSocket(socket, "127.0.0.1", 443, false);
        tls.setEnabledProtocols(new String[] {version});
        tls.startHandshake();
        tls.getOutputStream().write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(ISO_8859_1));
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("Hellowire!\n") < 0) {
            answer.append((char) tls.getInputStream().read());
        }
    }

    private UnaryOperator<ServerOptions> with(TlsProvider library) {
        ConnectionLimits limits =
                new ConnectionLimits(10, null, new Timeouts(LONG, LONG, LONG, LONG, Duration.ofMillis(100)));
        TlsOptions tls =
                new TlsOptions(CertificateSource.automatic(directory), library, List.of(), ClientAuthentication.NEED);
        return o -> TestServer.tls(tls).apply(TestServer.connections(limits).apply(o));
    }
}
