package io.hellowire.server.connection;

import io.netty.util.internal.PlatformDependent;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much memory all connections together may hold. Limits of one connection multiply with their number; this one does
 * not. Who finds no room drops what it holds and closes its connection.
 */
public final class MemoryBudget {

    private final String what;
    private final long mostBytes;
    private final AtomicLong heldBytes = new AtomicLong();

    /**
     * @param what it is for, in words
     * @param mostBytes how much may be held, more than zero
     */
    public MemoryBudget(String what, long mostBytes) {
        if (mostBytes <= 0) {
            throw new IllegalArgumentException("memory: " + mostBytes + " (expected: more than zero)");
        }
        this.what = what;
        this.mostBytes = mostBytes;
    }

    /**
     * A quarter of the memory, for what peers have begun and not finished: heads and bodies that are still coming, answers
     * that nobody reads, handshakes. The journal, the capture and the work itself need their parts too.
     */
    static MemoryBudget forUnfinished() {
        return new MemoryBudget("what is not finished", memory() / 4);
    }

    /** An eighth of the memory, for connections of which nothing is held: who has begun nothing has his own room. */
    static MemoryBudget forConnections() {
        return new MemoryBudget("connections", memory() / 8);
    }

    /** What is held lies in the heap or outside it, so that the smaller of the two counts. */
    private static long memory() {
        long heap = Runtime.getRuntime().maxMemory();
        long direct = PlatformDependent.maxDirectMemory();
        return direct > 0 ? Math.min(heap, direct) : heap;
    }

    /** A new holder's part, which is nothing yet. */
    public Share share() {
        return new Share();
    }

    /** What is wrong when there is no room, as {@code what: value}. */
    public String found() {
        return "memory: " + count(heldBytes.get()) + " bytes held for " + what;
    }

    /** How much room there is in all, for people. */
    public String expected() {
        return "at most " + count(mostBytes) + " bytes over all connections";
    }

    /** Both in one. */
    public String words() {
        return found() + " (expected: " + expected() + ")";
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** The part of one holder, which belongs to one event loop. It takes turns with no other loop while it is unchanged. */
    public final class Share {

        private long bytes;

        private Share() {}

        /**
         * Says how much is held now.
         *
         * @return whether there is room for it; there always is for what has not grown
         */
        public boolean holds(long bytesNow) {
            if (bytesNow == bytes) {
                return true;
            }
            long more = bytesNow - bytes;
            bytes = bytesNow;
            return heldBytes.addAndGet(more) <= mostBytes || more < 0;
        }

        /** Whether anything is held. */
        public boolean isEmpty() {
            return bytes == 0;
        }

        /** Says that nothing is held any more. */
        public void release() {
            holds(0);
        }
    }
}
