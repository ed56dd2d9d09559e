package io.hellowire.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Requests at fixed times, whether or not the answers before have come, over a number of connections in turn. An answer's
 * time counts from when its request was due, not from when its connection was free for it: a server that stops for a
 * moment is charged for everybody who would have come meanwhile. (A load generator that waits for the answer asks nobody
 * in that moment, and so misses most of what it was to find.) It never sleeps, and needs the core that runs it for itself.
 *
 * @param size what each request says
 * @param connections how many at once
 */
public record PacedRequests(RequestSize size, int connections) {

    /** How far each time that the histogram holds may be off: a tenth of a percent. */
    private static final int DIGITS = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * Asks, and waits for all the answers.
     *
     * @param port of the server on 127.0.0.1
     * @param perSecond how many requests are due each second
     * @param slice how long
     * @return the time from when each request was due until its answer was there, in nanoseconds
     * @throws IllegalStateException if an answer is none, or has not come half a minute after the last request was due
     */
    public Histogram run(int port, double perSecond, Duration slice) throws IOException {
        Histogram times = new Histogram(DIGITS);
        List<PacedConnection> open = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                open.add(PacedConnection.open(port, size.head(), times, selector));
            }
            ask(open, selector, times, new Schedule(System.nanoTime(), perSecond, slice));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            for (PacedConnection connection : open) {
                connection.close();
            }
        }
        return times;
    }

    private static void ask(List<PacedConnection> open, Selector selector, Histogram times, Schedule schedule)
            throws IOException {
        long deadline = schedule.due(schedule.count()) + PATIENCE.toNanos();
        long asked = 0;
        while (times.getTotalCount() < schedule.count()) {
            long now = System.nanoTime();
            for (; asked < schedule.count() && schedule.due(asked) <= now; asked++) {
                open.get((int) (asked % open.size())).ask(schedule.due(asked));
            }
            selector.selectNow(PacedRequests::receive);
            if (now > deadline) {
                throw new IllegalStateException("paced requests: " + times.getTotalCount() + " answers (expected: "
                        + schedule.count() + " within " + PATIENCE.toSeconds() + " s after the last request)");
            }
        }
    }

    private static void receive(SelectionKey key) {
        try {
            ((PacedConnection) key.attachment()).receive();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
