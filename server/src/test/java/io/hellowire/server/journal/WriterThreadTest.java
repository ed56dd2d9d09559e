package io.hellowire.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class WriterThreadTest {

    private final Queue<String> done = new ConcurrentLinkedQueue<>();
    private final WriterThread thread = new WriterThread("of a test", () -> done.add("end"));

    @Test
    void goesOnAfterATaskThatFailed() throws InterruptedException {
        thread.give(() -> {
            throw new IllegalStateException("of a test");
        });
        thread.give(() -> done.add("next"));
        thread.finish(Duration.ofSeconds(30));
        assertThat(done).containsExactly("next", "end");
    }
}
