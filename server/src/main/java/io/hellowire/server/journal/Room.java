package io.hellowire.server.journal;

import io.hellowire.server.journal.JournalOptions.Overflow;
import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;

/** How much of one event loop's records may be on its way to a sink. All but {@link #giveBack} belongs to the loop. */
final class Room {

    private final EventLoop loop;
    private final long bytes;
    private final Overflow overflow;
    private final AtomicLong taken = new AtomicLong();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private volatile boolean someoneWaits;

    /**
     * @param loop the one whose records these are
     * @param bytes how much there is
     * @param overflow what happens when it is taken
     */
    Room(EventLoop loop, long bytes, Overflow overflow) {
        this.loop = loop;
        this.bytes = bytes;
        this.overflow = overflow;
    }

    void take(long count) {
        taken.addAndGet(count);
    }

    /** Called by whoever has written so much; on any thread. */
    void giveBack(long count) {
        long left = taken.addAndGet(-count);
        if (someoneWaits && left <= bytes / 2) {
            loop.execute(this::wake);
        }
    }

    /** Whether nothing is on its way. */
    boolean isEmpty() {
        return taken.get() <= 0;
    }

    /** Whether requests should wait until there is more. */
    boolean isFull() {
        return overflow == Overflow.WAIT && taken.get() >= bytes;
    }

    /** Whether a record is to be dropped. What cannot wait, such as the end of a connection, has as much once more. */
    boolean isOverfull() {
        return taken.get() >= (overflow == Overflow.DROP ? bytes : 2 * bytes);
    }

    /** Runs this on the loop when there is room again; at once, if there is. */
    void whenBack(Runnable action) {
        waiting.add(action);
        someoneWaits = true;
        if (!isFull()) {
            loop.execute(this::wake);
        }
    }

    private void wake() {
        someoneWaits = false;
        for (int i = waiting.size(); i > 0; i--) {
            waiting.remove().run();
        }
    }
}
