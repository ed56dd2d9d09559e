package io.hellowire.capture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.capture.CaptureOptions.Secrets;
import io.hellowire.capture.reading.CaptureContents;
import io.hellowire.capture.reading.CaptureReader;
import io.hellowire.capture.reading.CaptureSummary;
import io.hellowire.capture.reading.CapturedConnection;
import io.hellowire.capture.reading.SecretStrip;
import io.hellowire.capture.tls.OpenedStreams;
import io.hellowire.capture.tls.TlsStreams;
import io.hellowire.testkit.Program;
import io.netty.handler.ssl.SslProvider;
import java.net.InetSocketAddress;
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

/** TLS captured at either end, by either engine, of either version, over both IPs; opened by Wireshark and by us. */
class CaptureIT {

    private static final List<String> ADDRESSES = List.of("127.0.0.1", "::1");

    /** Over each address, one full handshake and two resumed ones. */
    private static final int CONNECTIONS_EACH = 3;

    private static final int CONNECTIONS = ADDRESSES.size() * CONNECTIONS_EACH;

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
                        .flatMap(version ->
                                Stream.of("server", "client").map(end -> Arguments.of(provider, version, end))));
    }

    @ParameterizedTest(name = "{0} {1} at the {2}")
    @MethodSource("everyKindOfTls")
    void opensWithItsSecretsAndStaysClosedWithout(SslProvider provider, String version, String end) throws Exception {
        captureFullAndResumedConnections(provider, version, end);

        everythingOpensWithTheSecretsInside();
        everythingOpensInJavaToo();
        nothingOpensWithoutSecrets();
        everythingOpensWithTheKeyLog();
        everythingOpensInTheOlderFormatToo();
        filesWithSecretsAreTheirOwnersAlone();
    }

    @ParameterizedTest(name = "{0} {1} at the {2}")
    @MethodSource("everyKindOfTls")
    void carriesALargeBodyWhole(SslProvider provider, String version, String end) throws Exception {
        Path objects = folder.resolve("objects");
        capture(provider, version, end, List.of("127.0.0.1"), (client, server) -> {
            try (TappedClient.Connection connection = client.connect(server)) {
                connection.send(TappedServer.BIG_PATH).await("x".repeat(TappedServer.BIG_BYTES));
            }
        });

        Tshark tshark = new Tshark(file, "--export-objects", "http," + objects);
        assertThat(tshark.warnings()).isEmpty();
        assertThat(objects.resolve("big")).hasSize(TappedServer.BIG_BYTES);
    }

    @Test
    void isAcceptedByTheOtherToolsOfWireshark() throws Exception {
        captureFullAndResumedConnections(SslProvider.JDK, "TLSv1.3", "server");
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

    private void captureFullAndResumedConnections(SslProvider provider, String version, String end) throws Exception {
        capture(provider, version, end, ADDRESSES, (client, server) -> {
            for (int i = 0; i < CONNECTIONS_EACH; i++) {
                try (TappedClient.Connection connection = client.connect(server)) {
                    connection.send("/1").await("hello /1").send("/2", "/3").await("hello /3");
                }
            }
        });
    }

    private void capture(SslProvider provider, String version, String end, List<String> addresses, Talk talk)
            throws Exception {
        CaptureOptions options =
                new CaptureOptions(file.toString(), false, Secrets.EMBED, keyLog, null, 0, CaptureFilter.EVERYTHING);
        boolean atServer = end.equals("server");
        try (Capture capture = Capture.start(options, "test", System.err::println)) {
            for (String address : addresses) {
                try (TappedServer server =
                                new TappedServer(atServer ? capture : null, Tls.server(provider, version), address);
                        TappedClient client =
                                new TappedClient(atServer ? null : capture, Tls.client(provider, version))) {
                    talk.between(client, server.address());
                }
            }
        }
    }

    private void everythingOpensWithTheSecretsInside() {
        Tshark tshark = new Tshark(file);
        assertThat(tshark.warnings()).isEmpty();
        assertThat(tshark.requests()).containsExactlyElementsOf(onEachConnection("/1", "/2", "/3"));
        assertThat(tshark.responses()).containsExactlyElementsOf(onEachConnection("200", "200", "200"));
        assertThat(tshark.certificates())
                .as("full handshakes; the others are resumed")
                .isEqualTo(ADDRESSES.size());
        assertThat(tshark.ipv6Frames()).isPositive();
    }

    private void everythingOpensInJavaToo() throws Exception {
        CaptureContents contents = CaptureReader.read(file, 1 << 20);
        assertThat(contents.connections()).hasSize(CONNECTIONS);
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
        assertThat(SecretStrip.copy(file, stripped).secrets()).isPositive();

        Tshark tshark = new Tshark(stripped);
        assertThat(tshark.requests()).isEmpty();
        assertThat(tshark.responses()).isEmpty();
        assertThat(tshark.closedRecords()).isPositive();
        assertThat(Files.readString(stripped, ISO_8859_1))
                .doesNotContain("GET /", "HTTP/1.1", "_SECRET", "CLIENT_RANDOM");
    }

    private void everythingOpensWithTheKeyLog() {
        Tshark tshark = new Tshark(folder.resolve("stripped.pcapng"), "-o", "tls.keylog_file:" + keyLog);
        assertThat(tshark.requests()).containsExactlyElementsOf(onEachConnection("/1", "/2", "/3"));
        assertThat(tshark.responses()).containsExactlyElementsOf(onEachConnection("200", "200", "200"));
    }

    private void everythingOpensInTheOlderFormatToo() throws Exception {
        Path classic = folder.resolve("classic.pcap");
        Program.named("editcap")
                .succeed("-F", "pcap", folder.resolve("stripped.pcapng").toString(), classic.toString());

        assertThat(CaptureSummary.of(classic, keyLog))
                .filteredOn(line -> line.endsWith("secrets present, begins: GET /1 HTTP/1.1"))
                .hasSize(CONNECTIONS);
        assertThat(CaptureSummary.of(classic))
                .filteredOn(line -> line.endsWith("no secrets: stays closed"))
                .hasSize(CONNECTIONS);
    }

    private void filesWithSecretsAreTheirOwnersAlone() throws Exception {
        for (Path secret : List.of(file, keyLog)) {
            assertThat(Files.getPosixFilePermissions(secret)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static List<String> onEachConnection(String... once) {
        return Stream.generate(() -> once)
                .limit(CONNECTIONS)
                .flatMap(Stream::of)
                .toList();
    }

    private interface Talk {
        void between(TappedClient client, InetSocketAddress server) throws Exception;
    }
}
