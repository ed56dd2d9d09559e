package io.hellowire.server.journal;

import io.hellowire.server.exchange.BodyFile;
import io.hellowire.wire.RequestHead;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The journal as one event loop sees it. All methods belong to the loop. */
public final class LoopJournal {

    private final EventLoop loop;
    private final List<LoopOutlet> outlets;
    private final List<Runnable> atEnd = new ArrayList<>();
    private long requests;

    /** @param outlets take every entry, in this order; without any, nothing is done */
    LoopJournal(EventLoop loop, List<LoopOutlet> outlets) {
        this.loop = loop;
        this.outlets = List.copyOf(outlets);
    }

    EventLoop loop() {
        return loop;
    }

    /**
     * Adds an entry. Who adds one for a request asks {@link #isFull()} first: beyond what an outlet has room for it is
     * dropped there, and counted.
     */
    public void add(Entry entry) {
        if (entry instanceof Entry.Greeted || entry instanceof Entry.Rejected) {
            requests++;
        }
        for (int i = 0; i < outlets.size(); i++) {
            outlets.get(i).add(entry);
        }
    }

    /** Begins the file of a request whose body is still coming; {@code null} if no outlet keeps such files. */
    public @Nullable BodyFile beginFile(RequestHead head) {
        for (LoopOutlet outlet : outlets) {
            BodyFile file = outlet.beginFile(head);
            if (file != null) {
                return file;
            }
        }
        return null;
    }

    /** Whether requests should wait unread until the outlets have caught up. */
    public boolean isFull() {
        for (int i = 0; i < outlets.size(); i++) {
            if (outlets.get(i).isFull()) {
                return true;
            }
        }
        return false;
    }

    /** Runs this on the loop when an outlet that is full has room again; at once, if none is. */
    public void whenRoom(Runnable action) {
        for (LoopOutlet outlet : outlets) {
            if (outlet.isFull()) {
                outlet.whenRoom(action);
                return;
            }
        }
        loop.execute(action);
    }

    /** How many requests were added, greeted or refused; questions after its health are none. */
    long requests() {
        return requests;
    }

    /** Runs this on the loop before the journal ends: it adds what it has kept back. */
    void beforeEnd(Runnable action) {
        atEnd.add(action);
    }

    /** Hands over what is left. */
    void end() {
        atEnd.forEach(Runnable::run);
        outlets.forEach(LoopOutlet::end);
    }
}
