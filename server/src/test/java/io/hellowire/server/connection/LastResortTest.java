package io.hellowire.server.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastResortTest {

    private final List<Throwable> taken = new ArrayList<>();

    @Test
    void takesAnErrorOfATaskThatALoopWouldKeepToItself() throws InterruptedException {
        Error lack = new OutOfMemoryError("of a test");
        run(() -> {
            throw lack;
        });
        assertThat(taken).startsWith(lack);
    }

    @Test
    void leavesExceptionsToWhoeverHandlesThem() throws InterruptedException {
        Thread thread = new Thread(() -> LastResort.take(new IllegalStateException("of a test")));
        thread.setUncaughtExceptionHandler((who, thrown) -> taken.add(thrown));
        thread.start();
        thread.join();
        assertThat(taken).isEmpty();
    }

    private void run(Runnable task) throws InterruptedException {
        Thread thread = new Thread(() -> quietly(LastResort.watching(task)));
        thread.setUncaughtExceptionHandler((who, thrown) -> taken.add(thrown));
        thread.start();
        thread.join();
    }

    /** As an event loop does. */
    private static void quietly(Runnable task) {
        try {
            task.run();
        } catch (Throwable thrown) {
            assertThat(thrown).hasMessage("of a test");
        }
    }
}
