package io.hellowire.server.journal;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;

/** An outlet that keeps the entries of one event loop, for tests to look at. */
public final class RecordedEntries implements LoopOutlet {

    private final List<Entry> entries = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean full;

    /** The journal of this event loop, which has no other outlet. */
    public LoopJournal journal(EventLoop loop) {
        return new LoopJournal(loop, List.of(this));
    }

    /** What was added so far. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Takes nothing more. */
    public void fill() {
        full = true;
    }

    /** Takes more again. */
    public void empty() {
        full = false;
        List.copyOf(waiting).forEach(Runnable::run);
        waiting.clear();
    }

    @Override
    public void add(Entry entry) {
        entries.add(entry);
    }

    @Override
    public boolean isFull() {
        return full;
    }

    @Override
    public void whenRoom(Runnable action) {
        waiting.add(action);
    }

    @Override
    public void end() {
        // Nothing is kept back.
    }
}
