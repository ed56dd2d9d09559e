package io.hellowire.server.cli;

import io.hellowire.capture.Capture;
import io.hellowire.cli.Signals;
import io.hellowire.cli.Tool;
import io.hellowire.server.HelloServer;
import io.hellowire.server.journal.JournalOptions;
import io.hellowire.server.journal.JournalOptions.Destination;
import io.hellowire.server.journal.JournalOptions.Overflow;
import io.hellowire.server.journal.JournalOptions.RawFolder;
import io.hellowire.server.journal.Unwritten;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Waits until the server has to end, ends it in order, and knows the exit code. After a second signal it waits for no client
 * any more; what was answered is still shown. A third ends it at once.
 */
final class Ending {

    private static final long MOST_SECONDS_AFTER_A_SECOND_SIGNAL = 5;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger reasons = new AtomicInteger();
    private final JournalOptions journal;
    private volatile boolean journalGone;
    private volatile @Nullable Integer exitCodeOfSignal;

    /** @param journal says whether records may be lost, and where they go */
    Ending(JournalOptions journal) {
        this.journal = journal;
    }

    void listenForSignals(HelloServer server) {
        Signals.handle("TERM", number -> signalled(server, 128 + number));
        Signals.handle("INT", number -> signalled(server, 128 + number));
    }

    private void signalled(HelloServer server, int exitCode) {
        switch (reasons.incrementAndGet()) {
            case 1 -> ended.countDown();
            case 2 -> hurry(server, exitCode);
            default -> Runtime.getRuntime().halt(exitCode);
        }
    }

    /** On a thread that the signal has for itself. */
    private void hurry(HelloServer server, int exitCode) {
        exitCodeOfSignal = exitCode;
        server.hurry();
        boolean isOver = false;
        try {
            isOver = over.await(MOST_SECONDS_AFTER_A_SECOND_SIGNAL, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!isOver) {
            Runtime.getRuntime().halt(exitCode);
        }
    }

    void journalIsGone() {
        journalGone = true;
        reasons.compareAndSet(0, 1);
        ended.countDown();
    }

    /** Waits, stops the server, and returns the exit code. */
    int await(HelloServer server, PrintWriter err) throws InterruptedException {
        ended.await();
        Unwritten lost = server.stop();
        over.countDown();
        sayOutcome(server, err);
        int exitCode = exitCode(lost, err);
        Integer ofSignal = exitCodeOfSignal;
        return ofSignal == null ? exitCode : ofSignal;
    }

    private int exitCode(Unwritten lost, PrintWriter err) {
        if (journalGone) {
            err.println(Tool.SERVER.label() + ": the journal's reader has gone away (expected: one that stays, or"
                    + " --journal-overflow drop, or --quiet)");
            return 1;
        }
        sayWhatIsLost(lost, err);
        RawFolder raw = journal.rawFolder();
        boolean wasToBeKept = lost.files() > 0 && raw != null && raw.mostBytes() == null;
        return journal.overflow() == Overflow.WAIT && (lost.records() > 0 || wasToBeKept) ? 1 : 0;
    }

    private void sayWhatIsLost(Unwritten lost, PrintWriter err) {
        if (lost.records() > 0) {
            err.println(Tool.SERVER.label() + ": " + lost.records() + " records were not written");
        }
        RawFolder raw = journal.rawFolder();
        if (lost.files() > 0 && raw != null) {
            err.println(Tool.SERVER.label() + ": " + lost.files()
                    + (lost.files() == 1 ? " request is" : " requests are") + " in no file in " + raw.directory());
        }
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
