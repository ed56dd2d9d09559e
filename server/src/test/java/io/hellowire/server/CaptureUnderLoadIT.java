package io.hellowire.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.capture.CaptureFilter;
import io.hellowire.capture.CaptureOptions;
import io.hellowire.capture.CaptureOptions.Secrets;
import io.hellowire.capture.reading.CaptureContents;
import io.hellowire.capture.reading.CaptureReader;
import io.hellowire.capture.reading.CapturedConnection;
import io.hellowire.testkit.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A capture of a server that answers as fast as it can. */
class CaptureUnderLoadIT {

    private static final int REQUESTS = 100_000;

    /** Few enough for their answers to find room in the sockets while nobody reads them yet. */
    private static final int REQUESTS_EACH = 1_000;

    private static final int CLIENTS = 4;
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String LAST = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    private static final Pattern GREETING = Pattern.compile("Hello #(\\d+) from Hellowire!");

    @TempDir
    private Path directory;

    @Test
    void isCompleteAndWellFormedAfterAHundredThousandRequests() throws Exception {
        String file = directory.resolve("capture.pcapng").toString();
        CaptureOptions options = new CaptureOptions(file, false, Secrets.NONE, null, null, 0, CaptureFilter.EVERYTHING);
        try (TestServer server = TestServer.in(directory, o -> o.with(options))) {
            askOver(server.httpPort());
        }

        CaptureContents contents = CaptureReader.read(Path.of(file), 1 << 20);
        assertThat(contents.totals().dropped()).isZero();
        assertThat(contents.connections().stream()
                        .flatMapToLong(CaptureUnderLoadIT::numbersIn)
                        .sorted())
                .containsExactlyElementsOf(LongStream.range(0, REQUESTS).boxed().toList());
        assertThat(expertsWorries(file)).isEmpty();
        assertThat(Program.named("capinfos").succeed(file).out()).contains("Strict time order:   True");
    }

    /** From several clients at once, a thousand requests on each connection without waiting for an answer. */
    private static void askOver(int port) throws Exception {
        Callable<String> exchange = () -> Wire.exchange(port, REQUEST.repeat(REQUESTS_EACH - 1) + LAST);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<String>> all = Stream.generate(() -> exchange)
                    .limit(REQUESTS / REQUESTS_EACH)
                    .toList();
            for (Future<String> answers : clients.invokeAll(all)) {
                answers.get();
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private static LongStream numbersIn(CapturedConnection connection) {
        return GREETING.matcher(new String(connection.fromServer(), US_ASCII))
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)));
    }

    /** Everything that Wireshark finds worth a warning. */
    private static String expertsWorries(String file) {
        return Program.named("tshark")
                .succeed(
                        "-n",
                        "-r",
                        file,
                        "-o",
                        "tcp.check_checksum:TRUE",
                        "-o",
                        "tcp.try_heuristic_first:TRUE", // a client's port may be another protocol's own
                        "-Y",
                        "_ws.expert.severity >= 0x600000")
                .out();
    }
}
