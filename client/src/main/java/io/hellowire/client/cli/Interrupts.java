package io.hellowire.client.cli;

import io.hellowire.client.failure.Interruption;
import io.hellowire.wire.Signals;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Turns a signal that ends the process into the end of the fetch, and leaves the report about it the time it needs. */
final class Interrupts {

    private static final long REPORT_SECONDS = 3;

    private final CountDownLatch printed = new CountDownLatch(1);
    private volatile Interruption reason = Interruption.KEYBOARD;

    /** From now on a signal interrupts this thread; Java itself then exits with 128 and the signal's number. */
    void watchOver(Thread fetching) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupt(fetching), "interrupt"));
        // A hook is not told which signal it was. What tells takes some 20 ms to load, so nobody waits for it.
        Thread listener = new Thread(this::listen, "signals");
        listener.setDaemon(true);
        listener.start();
    }

    private void listen() {
        try {
            Signals.handle("TERM", this::terminate);
        } catch (IllegalStateException e) {
            return; // in a Java that cannot tell, the report takes SIGTERM for Ctrl-C
        }
    }

    private void terminate(int number) {
        reason = Interruption.TERMINATION;
        System.exit(Interruption.TERMINATION.exitCode().number());
    }

    private void interrupt(Thread fetching) {
        fetching.interrupt();
        try {
            printed.await(REPORT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
