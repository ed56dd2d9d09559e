package io.hellowire.wire.capture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.testkit.Program;
import io.hellowire.wire.capture.CaptureOptions.Secrets;
import io.hellowire.wire.capture.reading.CaptureContents;
import io.hellowire.wire.capture.reading.CaptureReader;
import io.hellowire.wire.capture.reading.CapturedConnection;
import io.hellowire.wire.capture.reading.SecretStrip;
import io.hellowire.wire.capture.tls.OpenedStreams;
import io.hellowire.wire.capture.tls.TlsStreams;
import io.netty.handler.ssl.SslProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** TLS captured at either end, by either engine, of either version, over either IP; opened by Wireshark and by us. */
class CaptureIT {

    private static final List<String> REQUESTS = List.of("/1", "/2", "/3");

    @TempDir
    Path folder;

    private Path file;
    private Path keyLog;

    @BeforeEach
    void nameTheFiles() {
        file = folder.resolve("capture.pcapng");
        keyLog = folder.resolve("capture.keys");
    }

    static Stream<Arguments> everyKindOfTls() {
        return Stream.of(SslProvider.JDK, SslProvider.OPENSSL)
                .flatMap(provider -> Stream.of("TLSv1.3", "TLSv1.2")
                        .flatMap(version -> Stream.of("server", "client")
                                .flatMap(end -> Stream.of("127.0.0.1", "::1")
                                        .map(address -> Arguments.of(provider, version, end, address)))));
    }

    @ParameterizedTest(name = "{0} {1} at the {2}, {3}")
    @MethodSource("everyKindOfTls")
    void opensWithItsSecretsAndStaysClosedWithout(SslProvider provider, String version, String end, String address)
            throws Exception {
        captureOneFullAndTwoResumedConnections(provider, version, end, address);

        everythingOpensWithTheSecretsInside();
        everythingOpensInJavaToo();
        nothingOpensWithoutSecrets();
        everythingOpensWithTheKeyLog();
        filesWithSecretsAreTheirOwnersAlone();
    }

    @Test
    void isAcceptedByTheOtherToolsOfWireshark() throws Exception {
        captureOneFullAndTwoResumedConnections(SslProvider.JDK, "TLSv1.3", "server", "127.0.0.1");
        Path edited = folder.resolve("edited.pcapng");
        Path merged = folder.resolve("merged.pcapng");

        Program.named("editcap").succeed("--discard-all-secrets", file.toString(), edited.toString());
        Program.named("mergecap").succeed("-w", merged.toString(), file.toString(), edited.toString());
        String infos = Program.named("capinfos").succeed(file.toString()).out();

        assertThat(new Tshark(edited).requests()).isEmpty();
        assertThat(infos)
                .contains("File timestamp precision:  nanoseconds (9)")
                .contains("Strict time order:   True")
                .contains("headers around them are synthesised")
                .contains("Encapsulation = Raw IP");
    }

    private void captureOneFullAndTwoResumedConnections(
            SslProvider provider, String version, String end, String address) throws Exception {
        CaptureOptions options =
                new CaptureOptions(file.toString(), false, Secrets.EMBED, keyLog, null, 0, CaptureFilter.EVERYTHING);
        boolean atServer = end.equals("server");
        try (Capture capture = Capture.start(options, "test", System.err::println);
                TappedServer server =
                        new TappedServer(atServer ? capture : null, Tls.server(provider, version), address);
                TappedClient client = new TappedClient(atServer ? null : capture, Tls.client(provider, version))) {
            for (int i = 0; i < 3; i++) {
                try (TappedClient.Connection connection = client.connect(server.address())) {
                    connection.send("/1").await("hello /1").send("/2", "/3").await("hello /3");
                }
            }
        }
    }

    private void everythingOpensWithTheSecretsInside() {
        Tshark tshark = new Tshark(file);
        assertThat(tshark.warnings()).isEmpty();
        assertThat(tshark.requests()).containsExactlyElementsOf(threeTimes(REQUESTS));
        assertThat(tshark.responses()).containsExactlyElementsOf(threeTimes(List.of("200", "200", "200")));
        assertThat(tshark.certificates())
                .as("full handshakes; the others are resumed")
                .isEqualTo(1);
    }

    private void everythingOpensInJavaToo() throws Exception {
        CaptureContents contents = CaptureReader.read(file, 1 << 20);
        assertThat(contents.connections()).hasSize(3);
        for (CapturedConnection connection : contents.connections()) {
            TlsStreams tls = TlsStreams.of(connection.fromClient(), connection.fromServer());
            OpenedStreams opened = tls.open(contents.secrets());
            assertThat(new String(opened.fromClient().content(), ISO_8859_1))
                    .isEqualTo(TappedClient.requests("/1") + TappedClient.requests("/2", "/3"));
            assertThat(new String(opened.fromServer().content(), ISO_8859_1)).endsWith("hello /3");
        }
    }

    private void nothingOpensWithoutSecrets() throws Exception {
        Path stripped = folder.resolve("stripped.pcapng");
        assertThat(SecretStrip.copy(file, stripped)).isPositive();

        Tshark tshark = new Tshark(stripped);
        assertThat(tshark.requests()).isEmpty();
        assertThat(tshark.responses()).isEmpty();
        assertThat(tshark.fields("tls.app_data", "tcp.stream")).isNotEmpty();
        assertThat(Files.readString(stripped, ISO_8859_1))
                .doesNotContain("GET /", "HTTP/1.1", "_SECRET", "CLIENT_RANDOM");
    }

    private void everythingOpensWithTheKeyLog() {
        Tshark tshark = new Tshark(folder.resolve("stripped.pcapng"), "-o", "tls.keylog_file:" + keyLog);
        assertThat(tshark.requests()).containsExactlyElementsOf(threeTimes(REQUESTS));
        assertThat(tshark.responses()).hasSize(9).containsOnly("200");
    }

    private void filesWithSecretsAreTheirOwnersAlone() throws Exception {
        for (Path secret : List.of(file, keyLog)) {
            assertThat(Files.getPosixFilePermissions(secret)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static List<String> threeTimes(List<String> once) {
        return Stream.of(once, once, once).flatMap(List::stream).toList();
    }
}
