package io.hellowire.server.journal;

import io.hellowire.server.connection.LastResort;
import io.netty.channel.EventLoop;
import java.util.concurrent.TimeUnit;

/**
 * Lets through so many entries of a kind in a second, and sums up the others in one line. One for each event loop and
 * kind.
 */
public final class RateLimit {

    private static final int SHOWN_PER_SECOND = 20;

    private final LoopJournal journal;
    private final EventLoop loop;
    private final String what;
    private long secondBeganNanos = System.nanoTime();
    private int shown;
    private long hidden;

    /**
     * @param journal where the entries go
     * @param loop the one whose journal it is
     * @param what the entries are, in words, such as {@code failed TLS handshakes}
     */
    public RateLimit(LoopJournal journal, EventLoop loop, String what) {
        this.journal = journal;
        this.loop = loop;
        this.what = what;
        journal.beforeEnd(this::sumUp);
    }

    /** Adds an entry, or counts it if there were many in this second. */
    public void add(Entry entry) {
        long now = System.nanoTime();
        if (now - secondBeganNanos >= TimeUnit.SECONDS.toNanos(1)) {
            secondBeganNanos = now;
            shown = 0;
        }
        if (shown < SHOWN_PER_SECOND) {
            shown++;
            journal.add(entry);
            return;
        }
        if (hidden++ == 0) {
            loop.schedule(LastResort.watching(this::sumUp), 1, TimeUnit.SECONDS);
        }
    }

    private void sumUp() {
        if (hidden == 0) {
            return;
        }
        journal.add(new Entry.Suppressed(hidden, what, System.currentTimeMillis()));
        hidden = 0;
    }
}
