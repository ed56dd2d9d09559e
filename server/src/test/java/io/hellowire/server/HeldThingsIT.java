package io.hellowire.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hellowire.testkit.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What strangers make the server hold beside memory: a descriptor for each connection, no thread, no timer, no open file. */
class HeldThingsIT {

    private static final int STRANGERS = 300;

    /** The Java machine has some threads and files of its own, which come and go. */
    private static final int FEW = 20;

    private static final String POST = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999\r\n\r\n";
    private static final Pattern TIMERS =
            Pattern.compile("(?m)^ *\\d+: +(\\d+) +\\d+ +io\\.netty\\.util\\.concurrent\\.ScheduledFutureTask\\b");

    @TempDir
    private Path directory;

    /** What a stranger sends before it falls silent. */
    enum Stranger {
        SAYS_NOTHING(""),
        SENDS_HALF_A_HEAD("GET / HTTP/1.1\r\nHost: a\r\n"),
        SENDS_HALF_A_BODY(POST + "x".repeat(90_000)),
        WAITS_BETWEEN_REQUESTS("GET / HTTP/1.1\r\nHost: a\r\n\r\n"),
        IS_REFUSED_AND_STAYS("nonsense\r\n\r\n"),
        SAYS_NOTHING_TO_TLS(""),
        SENDS_HALF_A_HELLO("\26\3\1\77\0\1\0\377\0\3\3" + "h".repeat(1000)),
        FAILS_IN_TLS_AND_STAYS("\26\3\1\0\5\1\0\0\1\0");

        private final byte[] bytes;

        Stranger(String bytes) {
            this.bytes = bytes.getBytes(ISO_8859_1);
        }

        private boolean isForTls() {
            return ordinal() >= SAYS_NOTHING_TO_TLS.ordinal();
        }
    }

    @ParameterizedTest
    @EnumSource
    void areADescriptorForEachConnectionAndNothingElse(Stranger stranger) throws IOException {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "skipped: this system has no /proc");
        try (ServerProgram server = ServerProgram.in(
                directory, "--quiet", "--raw-dir", directory.resolve("raw").toString())) {
            Wire.exchange(server.httpPort(), "GET / HTTP/1.0\r\n\r\n");
            Program.named("curl").succeed("-sk", "https://127.0.0.1:" + server.httpsPort() + "/");
            timers(server); // begins a thread, which stays
            int threads = count(server, "task");
            int descriptors = count(server, "fd");
            int port = stranger.isForTls() ? server.httpsPort() : server.httpPort();
            try (Crowd crowd = Crowd.of(STRANGERS, port, stranger.bytes)) {
                assertThat(timers(server)).as("timers").isLessThan(FEW);
                assertThat(count(server, "task") - threads).as("threads").isLessThan(FEW);
                assertThat(count(server, "fd") - descriptors).as("descriptors").isLessThan(crowd.size() + FEW);
            }
        }
    }

    private static int count(ServerProgram server, String what) throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc", Long.toString(server.pid()), what))) {
            return (int) all.count();
        }
    }

    private static int timers(ServerProgram server) {
        String histogram = Program.named("jcmd")
                .succeed(Long.toString(server.pid()), "GC.class_histogram")
                .out();
        Matcher timers = TIMERS.matcher(histogram);
        return timers.find() ? Integer.parseInt(timers.group(1)) : 0;
    }
}
