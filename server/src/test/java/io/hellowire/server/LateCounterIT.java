package io.hellowire.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.server.counter.Counter;
import io.netty.util.internal.ThreadExecutorMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A counter may answer later and on another thread, as one that several machines share would. */
class LateCounterIT {

    @TempDir
    private Path directory;

    private final ExecutorService elsewhere = Executors.newSingleThreadExecutor();
    private final AtomicLong next = new AtomicLong(100);

    @AfterEach
    void stop() {
        elsewhere.shutdownNow();
    }

    @Test
    void pipelinedRequestsWaitForTheirNumbersInOrder() throws IOException {
        Counter late = taker -> elsewhere.execute(() -> taker.take(next.getAndIncrement()));
        try (TestServer server = TestServer.counting(directory, late)) {
            String answers = Wire.exchange(
                    server.httpPort(), "GET / HTTP/1.1\r\nHost: a\r\n\r\n".repeat(49) + "GET / HTTP/1.0\r\n\r\n");
            assertThat(answers.lines().filter(line -> line.startsWith("Hello #")))
                    .hasSize(50)
                    .startsWith("Hello #100 from Hellowire!", "Hello #101 from Hellowire!")
                    .endsWith("Hello #149 from Hellowire!");
        }
    }

    /** As every Redis client that is built on Netty answers. */
    @Test
    void aCounterMayAnswerLaterOnTheSameEventLoop() throws IOException {
        Counter late = taker -> ThreadExecutorMap.currentExecutor()
                .schedule(() -> taker.take(next.getAndIncrement()), 5, TimeUnit.MILLISECONDS);
        try (TestServer server = TestServer.counting(directory, late)) {
            String answers = Wire.exchange(
                    server.httpPort(), "GET / HTTP/1.1\r\nHost: a\r\n\r\n".repeat(9) + "GET / HTTP/1.0\r\n\r\n");
            assertThat(answers.lines().filter(line -> line.startsWith("Hello #")))
                    .hasSize(10)
                    .endsWith("Hello #109 from Hellowire!");
        }
    }

    @Test
    void aRequestThatGetsNoNumberIsToldSo() throws IOException {
        Counter empty = taker -> elsewhere.execute(() -> taker.takeNone("the other machines are away"));
        try (TestServer server = TestServer.counting(directory, empty)) {
            assertThat(Wire.exchange(server.httpPort(), "GET / HTTP/1.0\r\n\r\n"))
                    .startsWith("HTTP/1.1 503 ")
                    .contains("the other machines are away");
            assertThat(server.journal()).startsWith("----- Rejected 503 -- ");
        }
    }
}
