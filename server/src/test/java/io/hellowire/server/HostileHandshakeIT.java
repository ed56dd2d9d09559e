package io.hellowire.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.server.journal.LogFormat;
import io.hellowire.server.tls.CertificateSource;
import io.hellowire.server.tls.TlsOptions;
import io.hellowire.server.tls.TlsOptions.ClientAuthentication;
import io.hellowire.server.tls.TlsProvider;
import io.hellowire.testkit.HostileText;
import io.hellowire.testkit.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that a client says while TLS is agreed on harms the terminal of who reads the journal, in any format. */
class HostileHandshakeIT {

    private static final int MOST_OF_A_NAME = 250;
    private static final byte[] REQUEST = "GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void inItsHello(LogFormat format) throws IOException {
        try (TestServer server = TestServer.in(directory, TestServer.format(format))) {
            for (String name : pieces(HostileText.bytes(""))) {
                send(server, Hello.of(name, "http/1.1"));
                send(server, Hello.of("a.test", name, "a" + name));
            }
            String everyPair = HostileText.bytes("").substring(0, 254);
            send(server, Hello.offering("a.test", everyPair, everyPair, "h2"));
            String journal = server.journal();
            assertThat(journal.lines())
                    .hasSizeGreaterThan(pieces(HostileText.bytes("")).size());
            assertThatNothingIsHostileIn(journal);
        }
    }

    static Stream<Arguments> eachFormatAndLibrary() {
        return Stream.of(LogFormat.values())
                .flatMap(format ->
                        Stream.of(TlsProvider.AUTO, TlsProvider.JDK).map(library -> Arguments.of(format, library)));
    }

    /** The client's library takes them as it is told; whether ours goes on with them or refuses them is its affair. */
    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("eachFormatAndLibrary")
    void inWhatIsAgreedOn(LogFormat format, TlsProvider library) throws IOException {
        Path certificate = HostileText.certificate(directory);
        TlsOptions tls = new TlsOptions(
                CertificateSource.automatic(directory), library, List.of(certificate), ClientAuthentication.WANT);
        try (TestServer server = TestServer.in(
                directory,
                o -> TestServer.tls(tls).apply(TestServer.format(format).apply(o)))) {
            for (String name : pieces(HostileText.bytes("\0\n,"))) {
                openssl(server, certificate, "-servername \"$(printf '" + octal(name) + "')\" -alpn http/1.1");
                openssl(server, certificate, "-servername a.test -alpn \"http/1.1,$(printf '" + octal(name) + "')\"");
            }
            openssl(server, certificate, "-servername a.test -tls1_2");
            String journal = server.journal();
            assertThat(journal).contains("HTTP/1.0");
            assertThatNothingIsHostileIn(journal);
        }
    }

    private static void openssl(TestServer server, Path certificate, String options) {
        String command = "openssl s_client -quiet -connect 127.0.0.1:" + server.httpsPort() + " -cert " + certificate
                + " -key " + certificate + " " + options;
        Program.named("openssl"); // which the shell starts
        Program.named("bash").run(REQUEST, Map.of(), "-c", command);
    }

    private static String octal(String bytes) {
        StringBuilder text = new StringBuilder();
        bytes.chars().forEach(b -> text.append(String.format("\\%03o", b)));
        return text.toString();
    }

    private static List<String> pieces(String all) {
        List<String> pieces = new ArrayList<>();
        for (int i = 0; i < all.length(); i += MOST_OF_A_NAME) {
            pieces.add(all.substring(i, Math.min(i + MOST_OF_A_NAME, all.length())));
        }
        return pieces;
    }

    private static void send(TestServer server, String hello) throws IOException {
        try (Wire wire = Wire.to(server.httpsPort())) {
            wire.send(hello);
            wire.finish();
            wire.readToEnd();
        }
    }

    private static void assertThatNothingIsHostileIn(String journal) {
        assertThat(HostileText.in(journal)).isEmpty();
        assertThat(journal.getBytes(StandardCharsets.UTF_8)).hasSameSizeAs(journal.getBytes(StandardCharsets.US_ASCII));
    }
}
