package io.hellowire.server.cli;

import io.hellowire.capture.Capture;
import io.hellowire.server.HelloServer;
import io.hellowire.server.journal.JournalOptions;
import io.hellowire.server.journal.JournalOptions.Destination;
import io.hellowire.server.journal.Overflow;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;

/** Waits until the server has to end, ends it in order, and knows the exit code. A second signal ends it at once. */
final class Ending {

    private final CountDownLatch ended = new CountDownLatch(1);
    private final JournalOptions journal;
    private volatile boolean journalGone;

    /** @param journal says whether records may be lost, and where they go */
    Ending(JournalOptions journal) {
        this.journal = journal;
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
        sayOutcome(server, err);
        if (journalGone) {
            err.println("hellowire-server: the journal's reader has gone away (expected: one that stays, or"
                    + " --journal-overflow drop, or --quiet)");
            return 1;
        }
        if (lost > 0) {
            err.println("hellowire-server: " + lost + " records were not written");
            return journal.overflow() == Overflow.DROP ? 0 : 1;
        }
        return 0;
    }

    /** Where packets were captured, people want to know whether what they look for can be in there. */
    private void sayOutcome(HelloServer server, PrintWriter err) {
        Capture capture = server.capture();
        String packets = capture == null ? null : capture.outcome();
        if (packets != null) {
            long requests = server.requests();
            err.println(requests + (requests == 1 ? " request " : " requests ") + place() + ", " + packets);
        }
    }

    private String place() {
        if (journal.destination() instanceof Destination.File file) {
            return "to " + file.path();
        }
        if (journal.destination() instanceof Destination.Logger) {
            return "to the log";
        }
        if (journal.destination() instanceof Destination.StandardError) {
            return "to standard error";
        }
        return journal.destination() instanceof Destination.Nowhere ? "not shown" : "to standard output";
    }
}
