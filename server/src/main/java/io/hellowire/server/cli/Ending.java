package io.hellowire.server.cli;

import io.hellowire.server.HelloServer;
import io.hellowire.server.journal.Overflow;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;

/** Waits until the server has to end, ends it in order, and knows the exit code. A second signal ends it at once. */
final class Ending {

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Overflow overflow;
    private volatile boolean journalGone;

    /** @param overflow says whether records may be lost */
    Ending(Overflow overflow) {
        this.overflow = overflow;
    }

    void listenForSignals() {
        Signals.handle("TERM", this::signalled);
        Signals.handle("INT", this::signalled);
    }

    private synchronized void signalled(int number) {
        if (ended.getCount() == 0) {
            Runtime.getRuntime().halt(128 + number);
        }
        ended.countDown();
    }

    void journalIsGone() {
        journalGone = true;
        ended.countDown();
    }

    /** Waits, stops the server, and returns the exit code. */
    int await(HelloServer server, PrintWriter err) throws InterruptedException {
        ended.await();
        long lost = server.stop();
        if (journalGone) {
            err.println("hellowire-server: the journal's reader has gone away (expected: one that stays, or"
                    + " --journal-overflow drop, or --quiet)");
            return 1;
        }
        if (lost > 0) {
            err.println("hellowire-server: " + lost + " records were not written");
            return overflow == Overflow.DROP ? 0 : 1;
        }
        return 0;
    }
}
