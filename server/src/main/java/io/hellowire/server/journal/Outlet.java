package io.hellowire.server.journal;

import io.netty.channel.EventLoop;
import java.time.Duration;

/**
 * One place where entries are shown: what of them, in which format, into which sink, and what happens when that is slow.
 * Each event loop has a part of it for itself, so that loops never wait for each other.
 */
interface Outlet {

    /** The part of this event loop; must be called on it. */
    LoopOutlet on(EventLoop loop);

    /**
     * Writes what the loops have handed over, and ends.
     *
     * @param patience how long to try
     * @return what was lost, dropped records included
     */
    Unwritten finish(Duration patience) throws InterruptedException;
}
