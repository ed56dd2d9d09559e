package io.hellowire.server.journal;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Shows entries as text, in one of the formats, in a file, on standard output or through a logger. */
final class TextOutlet implements Outlet {

    private final JournalOptions options;
    private final Redaction redaction;
    private final long roomPerLoop;
    private final SinkWriter writer;
    private final AtomicLong dropped = new AtomicLong();

    /**
     * @param options say what is shown, in which format, and what happens when the sink is slow
     * @param roomPerLoop how many bytes of each loop may wait to be written
     * @param sink where the records go; closed by this
     * @param whenGone is run once, on the writer's thread, if the sink is gone for good
     */
    TextOutlet(JournalOptions options, long roomPerLoop, Sink sink, Runnable whenGone) {
        this.options = options;
        this.redaction = new Redaction(options.redactedFields());
        this.roomPerLoop = roomPerLoop;
        this.writer = new SinkWriter(sink, whenGone);
    }

    @Override
    public LoopOutlet on(EventLoop loop) {
        Room room = new Room(loop, roomPerLoop, options.overflow());
        return new LoopText(loop, new Selection(options, redaction), room, writer, dropped);
    }

    @Override
    public Unwritten finish(Duration patience) throws InterruptedException {
        return new Unwritten(writer.finish(patience) + dropped.get(), 0);
    }
}
