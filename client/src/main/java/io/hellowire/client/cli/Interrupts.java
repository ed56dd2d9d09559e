package io.hellowire.client.cli;

import io.hellowire.client.step.Interruption;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Turns a signal that ends the process into the end of the fetch, and leaves the report about it the time it needs. */
final class Interrupts {

    private static final long REPORT_SECONDS = 3;

    private final CountDownLatch printed = new CountDownLatch(1);
    private volatile Interruption reason = Interruption.KEYBOARD;

    /** From now on a signal interrupts this thread; Java itself then exits with 128 and the signal's number. */
    void watchOver(Thread fetching) {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupt(fetching), "interrupt"));
        } catch (IllegalStateException e) {
            return; // a signal came even before this, and Java is ending
        }
    }

    private void interrupt(Thread fetching) {
        reason = whoseSignal();
        fetching.interrupt();
        try {
            printed.await(REPORT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * A hook is not told which signal it was, but Java ends in a thread that is named after it. A handler of our own would
     * know it, too, but takes some 20 ms to load, in which it knows nothing.
     */
    private static Interruption whoseSignal() {
        Set<String> threads = Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .collect(Collectors.toSet());
        if (threads.contains("SIGTERM handler")) {
            return Interruption.TERMINATION;
        }
        return threads.contains("SIGHUP handler") ? Interruption.HANGUP : Interruption.KEYBOARD;
    }

    /** Whose signal it was; meaningful once the thread is interrupted. */
    Interruption reason() {
        return reason;
    }

    /** Nothing more will be printed. */
    void reportIsPrinted() {
        printed.countDown();
    }
}
