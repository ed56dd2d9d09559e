package io.hellowire.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.capture.CaptureOptions.Secrets;
import io.hellowire.testkit.Program;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ring of files with secrets in them: each has those of the connections that began in it. */
class SecretsInARingIT {

    private static final int CONNECTIONS = 4;
    private static final int REQUESTS = 300;

    @TempDir
    Path folder;

    @Test
    void opensEachConnectionFromTheFileThatItBeganIn() throws Exception {
        captureSeveralFiles();

        Path whole = folder.resolve("whole.pcapng");
        List<String> arguments = new ArrayList<>(List.of("-w", whole.toString()));
        files().forEach(file -> arguments.add(file.toString()));
        assertThat(arguments).hasSizeGreaterThan(4);
        Program.named("mergecap").succeed(arguments.toArray(String[]::new));

        List<String> first = new Tshark(files().get(0)).requests();
        assertThat(first).isNotEmpty().hasSizeLessThan(CONNECTIONS * REQUESTS);
        assertThat(paths()).startsWith(first.toArray(String[]::new));
        assertThat(new Tshark(whole).requests()).isEqualTo(paths());
    }

    private void captureSeveralFiles() throws Exception {
        CaptureOptions options = new CaptureOptions(
                folder.resolve("ring.pcapng").toString(),
                false,
                Secrets.EMBED,
                null,
                new CaptureRing(1000, 64 << 10),
                0,
                CaptureFilter.EVERYTHING);
        try (Capture capture = Capture.start(options, "test", System.err::println);
                TappedServer server = new TappedServer(capture, Tls.server(SslProvider.JDK, "TLSv1.3"), "127.0.0.1");
                TappedClient client = new TappedClient(null, Tls.client(SslProvider.JDK, "TLSv1.3"))) {
            for (int i = 0; i < CONNECTIONS; i++) {
                try (TappedClient.Connection connection = client.connect(server.address())) {
                    for (String path : pathsOf(i)) {
                        connection.send(path).await("hello " + path);
                    }
                }
            }
        }
    }

    private static List<String> paths() {
        return IntStream.range(0, CONNECTIONS)
                .boxed()
                .flatMap(connection -> pathsOf(connection).stream())
                .toList();
    }

    private static List<String> pathsOf(int connection) {
        return IntStream.range(0, REQUESTS)
                .mapToObj(request -> "/" + connection + "-" + request + "-")
                .toList();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("ring-"))
                    .sorted()
                    .toList();
        }
    }
}
