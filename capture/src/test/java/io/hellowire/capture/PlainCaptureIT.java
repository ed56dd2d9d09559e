package io.hellowire.capture;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.capture.CaptureOptions.Secrets;
import io.hellowire.capture.reading.CaptureReader;
import io.hellowire.capture.reading.CapturedConnection;
import io.hellowire.testkit.Program;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Captures without TLS, and what holds with and without: sizes, ends, and the options that bound it. */
class PlainCaptureIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void showsEveryRequestAndResponse(String address) throws Exception {
        capture(wire(CaptureFilter.EVERYTHING), null, address, (client, server) -> {
            try (TappedClient.Connection connection = client.connect(server.address())) {
                connection.send("/a").await("hello /a").send("/b", "/c").await("hello /c");
            }
        });

        Tshark tshark = tshark();
        assertThat(tshark.warnings()).isEmpty();
        assertThat(tshark.requests()).containsExactly("/a", "/b", "/c");
        assertThat(tshark.responses()).containsExactly("200", "200", "200");
        assertThat(tshark().fields("frame.number == 1", "frame.comment")).containsExactly("a connection of the test");
        assertThat(tshark().fields("tcp", "tcp.completeness"))
                .as("SYN, SYN-ACK, ACK, data, FIN")
                .endsWith("31");
    }

    /** What Wireshark's tools are asked, in front of the files and behind them. */
    static Stream<Arguments> edits() {
        return Stream.of(
                Arguments.of("-F pcap", ""), // the older format
                Arguments.of("-F nsecpcap", ""),
                Arguments.of("-s 60", ""), // packets cut short
                Arguments.of("-r", "5-100"), // begun in the middle of the first connection
                Arguments.of("", "4"), // the first request is lost
                Arguments.of("-t 5", "1-2")); // one is lost, and so is who asked
    }

    @ParameterizedTest(name = "editcap {0} {1}")
    @MethodSource("edits")
    void hasTheSameConnectionsForUsAsForWireshark(String before, String behind) throws Exception {
        capture(wire(CaptureFilter.EVERYTHING), null, "127.0.0.1", (client, server) -> {
            for (String target : List.of("/a", "/b")) {
                try (TappedClient.Connection connection = client.connect(server.address())) {
                    connection.send(target).await("hello " + target);
                }
            }
        });
        Path edited = folder.resolve("edited");
        String arguments = before + " " + file() + " " + edited + " " + behind;
        Program.named("editcap").succeed(arguments.strip().split(" +"));

        List<CapturedConnection> connections = CaptureReader.read(edited, 1024).connections();

        assertThat(connections).hasSize(2);
        assertThat(new Tshark(edited).fields("tcp", "tcp.stream").stream().distinct())
                .hasSameSizeAs(connections);
        assertThat(connections)
                .extracting(connection -> connection.client().getPort())
                .doesNotContain(Integer.valueOf(serverPort()));
        assertThat(connections.get(1).fromClient()).asString(US_ASCII).startsWith("GET /b");
    }

    @Test
    void carriesALargeBodyWhole() throws Exception {
        capture(wire(CaptureFilter.EVERYTHING), null, "127.0.0.1", (client, server) -> {
            try (TappedClient.Connection connection = client.connect(server.address())) {
                connection.send(TappedServer.BIG_PATH).await("x".repeat(TappedServer.BIG_BYTES));
            }
        });

        Path objects = folder.resolve("objects");
        Program.named("tshark").succeed("-Q", "-r", file().toString(), "--export-objects", "http," + objects);
        assertThat(objects.resolve("big")).hasSize(TappedServer.BIG_BYTES);
        assertThat(tshark().warnings()).isEmpty();
        assertThat(tshark().fields("tcp.len > 1460", "frame.number")).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @EnumSource(
            value = SslProvider.class,
            names = {"OPENSSL", "JDK"})
    void closesFromTheSideThatClosed(@Nullable SslProvider provider) throws Exception {
        capture(wire(CaptureFilter.EVERYTHING), provider, "127.0.0.1", (client, server) -> {
            try (TappedClient.Connection byServer = client.connect(server.address())) {
                byServer.send(TappedServer.CLOSE_PATH).await("closing").awaitEnd();
            }
            try (TappedClient.Connection byClient = client.connect(server.address())) {
                byClient.send("/a").await("hello /a");
            }
        });

        String port = serverPort();
        assertThat(firstSource("tcp.stream == 0 && tcp.flags.fin == 1")).isEqualTo(port);
        assertThat(firstSource("tcp.stream == 1 && tcp.flags.fin == 1")).isNotEqualTo(port);
        assertThat(tshark().warnings()).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @EnumSource(
            value = SslProvider.class,
            names = {"OPENSSL", "JDK"})
    void resetsFromTheSideThatReset(@Nullable SslProvider provider) throws Exception {
        capture(wire(CaptureFilter.EVERYTHING), provider, "127.0.0.1", (client, server) -> {
            try (TappedClient.Connection byServer = client.connect(server.address())) {
                byServer.send(TappedServer.RESET_PATH).awaitEnd();
            }
            try (TappedClient.Connection byClient = client.connect(server.address())) {
                byClient.send("/a").await("hello /a").reset();
            }
            server.awaitEndOfAll();
        });

        String port = serverPort();
        assertThat(firstSource("tcp.stream == 0 && tcp.flags.reset == 1")).isEqualTo(port);
        assertThat(firstSource("tcp.stream == 1 && tcp.flags.reset == 1")).isNotEqualTo(port);
        assertThat(tshark().fields("tcp.flags.fin == 1", "frame.number")).isEmpty();
    }

    @Test
    void resetsInTheMiddleOfABodyFromTheSideThatReset() throws Exception {
        capture(wire(CaptureFilter.EVERYTHING), null, "127.0.0.1", (client, server) -> {
            try (TappedClient.Connection connection = client.connect(server.address())) {
                connection.send(TappedServer.BIG_PATH).awaitAny().reset();
            }
            server.awaitEndOfAll();
        });

        assertThat(firstSource("tcp.flags.reset == 1")).isNotEqualTo(serverPort());
        assertThat(tshark().warnings()).noneMatch(warning -> !warning.contains("Connection reset"));
    }

    @Test
    void showsTheInsideOfTlsOnAnInterfaceOfItsOwn() throws Exception {
        CaptureOptions options =
                new CaptureOptions(file().toString(), true, Secrets.NONE, null, null, 0, CaptureFilter.EVERYTHING);
        capture(options, SslProvider.JDK, "127.0.0.1", (client, server) -> {
            try (TappedClient.Connection connection = client.connect(server.address())) {
                connection.send("/a").await("hello /a").send("/b").await("hello /b");
            }
        });

        assertThat(tshark().warnings()).isEmpty();
        assertThat(tshark().requests()).containsExactly("/a", "/b");
        assertThat(tshark().fields("http", "frame.interface_name")).containsOnly("inside-tls");
        assertThat(tshark().fields("tls", "frame.interface_name")).isNotEmpty().containsOnly("wire");
        assertThat(Files.getPosixFilePermissions(file())).hasSize(2);
    }

    @Test
    void capturesOnlyWhatTheFilterLetsThrough() throws Exception {
        capture(wire(CaptureFilter.of("not host 127.0.0.1")), null, "127.0.0.1", (client, server) -> {
            try (TappedClient.Connection connection = client.connect(server.address())) {
                connection.send("/a").await("hello /a");
            }
        });

        assertThat(tshark().fields("frame", "frame.number")).isEmpty();
        assertThat(Program.named("capinfos").succeed(file().toString()).out()).contains("not host 127.0.0.1");
    }

    @Test
    void cutsPacketsToTheSnapLength() throws Exception {
        CaptureOptions options =
                new CaptureOptions(file().toString(), false, Secrets.NONE, null, null, 68, CaptureFilter.EVERYTHING);
        capture(options, null, "127.0.0.1", (client, server) -> {
            try (TappedClient.Connection connection = client.connect(server.address())) {
                connection.send("/a").await("hello /a");
            }
        });

        assertThat(tshark().fields("frame.cap_len > 68", "frame.number")).isEmpty();
        assertThat(tshark().fields("frame.len > 68", "frame.number")).hasSize(2);
    }

    @Test
    void keepsTheNewestFilesOfARing() throws Exception {
        CaptureOptions options = new CaptureOptions(
                file().toString(),
                false,
                Secrets.NONE,
                null,
                new CaptureRing(3, 64 << 10),
                0,
                CaptureFilter.EVERYTHING);
        capture(options, null, "127.0.0.1", (client, server) -> {
            try (TappedClient.Connection connection = client.connect(server.address())) {
                for (int i = 0; i < 20; i++) {
                    String[] paths =
                            IntStream.range(0, 200).mapToObj(j -> "/" + j).toArray(String[]::new);
                    connection.send(paths).await("hello /199");
                }
            }
        });

        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.sorted().toList();
        }
        assertThat(files).hasSize(3);
        assertThat(files.get(0).getFileName()).isNotEqualTo(Path.of("capture-00001.pcapng"));
        for (Path one : files) {
            assertThat(new Tshark(one).fields("frame.number == 1", "frame.number"))
                    .hasSize(1);
        }
    }

    private Path file() {
        return folder.resolve("capture.pcapng");
    }

    private Tshark tshark() {
        return new Tshark(file());
    }

    private String serverPort() {
        return tshark().fields("frame.number == 1", "tcp.dstport").get(0);
    }

    private String firstSource(String filter) {
        return tshark().fields(filter, "tcp.srcport").get(0);
    }

    private CaptureOptions wire(CaptureFilter filter) {
        return new CaptureOptions(file().toString(), false, Secrets.NONE, null, null, 0, filter);
    }

    private static void capture(CaptureOptions options, @Nullable SslProvider provider, String address, Talk talk)
            throws Exception {
        SslContext serverTls = provider == null ? null : Tls.server(provider, "TLSv1.3");
        SslContext clientTls = provider == null ? null : Tls.client(provider, "TLSv1.3");
        try (Capture capture = Capture.start(options, "test", System.err::println);
                TappedServer server = new TappedServer(capture, serverTls, address);
                TappedClient client = new TappedClient(null, clientTls)) {
            talk.between(client, server);
        }
    }

    private interface Talk {
        void between(TappedClient client, TappedServer server) throws Exception;
    }
}
