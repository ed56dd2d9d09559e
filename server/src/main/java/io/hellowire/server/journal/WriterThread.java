package io.hellowire.server.journal;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that does what it is given, in order, and may block in it for as long as that takes. What goes wrong in one
 * task is said, and the next one has its turn: whoever waits for room would wait for a dead thread forever.
 */
final class WriterThread {

    private static final Logger LOGGER = LoggerFactory.getLogger(WriterThread.class);

    private static final Task END = () -> {};

    private final BlockingQueue<Task> queue = new LinkedBlockingQueue<>();
    private final Thread thread;

    /** Something to do. */
    interface Task {

        void run() throws InterruptedException;
    }

    /** @param atEnd is run when all is done */
    WriterThread(String name, Runnable atEnd) {
        thread = new Thread(() -> run(atEnd), name);
        thread.setDaemon(true);
        thread.start();
    }

    void give(Task task) {
        queue.add(task);
    }

    /** Waits until all is done, but no longer than this. */
    void finish(Duration patience) throws InterruptedException {
        queue.add(END);
        thread.join(Math.max(1, patience.toMillis()));
    }

    private void run(Runnable atEnd) {
        try {
            for (Task task = queue.take(); task != END; task = queue.take()) {
                perform(task);
            }
            perform(atEnd::run);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody does this; ending is the only sensible answer
        }
    }

    private void perform(Task task) throws InterruptedException {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOGGER.error("{}: unexpected failure; going on with what comes next", thread.getName(), e);
        }
    }
}
