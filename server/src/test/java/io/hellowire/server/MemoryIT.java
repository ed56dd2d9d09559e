package io.hellowire.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.testkit.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server holds after much work is what it held before, within noise. */
class MemoryIT {

    private static final Pattern LIVE_BYTES = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");
    private static final long NOISE_BYTES = 3L * 1024 * 1024;

    @TempDir
    private Path directory;

    @Test
    void isTheSameAfterTheLoadAsBefore() throws IOException, InterruptedException {
        try (ServerProgram server = ServerProgram.in(directory, "--log-file", "/dev/null")) {
            work(server); // what is made once, such as classes and buffers, is made now
            long before = liveBytes(server);
            for (int i = 0; i < 5; i++) {
                work(server);
            }
            assertThat(liveBytes(server) - before).isLessThan(NOISE_BYTES);
        }
    }

    private static void work(ServerProgram server) throws IOException, InterruptedException {
        for (int i = 0; i < 50; i++) {
            Wire.exchange(server.httpPort(), "GET / HTTP/1.0\r\n\r\n");
            Wire.exchange(server.httpPort(), "nonsense\r\n\r\n");
            Wire.exchange(server.httpsPort(), "GET / HTTP/1.0\r\n\r\n");
            Wire.exchange(
                    server.httpPort(),
                    "GET / HTTP/1.1\r\nHost: a\r\n\r\n".repeat(500) + "POST / HTTP/1.0\r\nContent-Length: 5000\r\n\r\n"
                            + "x".repeat(5000));
        }
        for (int i = 0; i < 5; i++) {
            Program.named("curl").succeed("-sk", "https://127.0.0.1:" + server.httpsPort() + "/");
            Program.named("curl").run("-s", "https://127.0.0.1:" + server.httpsPort() + "/");
        }
    }

    private static long liveBytes(ServerProgram server) {
        String histogram = Program.named("jcmd")
                .succeed(Long.toString(server.pid()), "GC.class_histogram")
                .out();
        Matcher total = LIVE_BYTES.matcher(histogram);
        assertThat(total.find()).isTrue();
        return Long.parseLong(total.group(1));
    }
}
