package io.hellowire.client.connect;

import io.hellowire.client.step.Deadline;
import io.hellowire.client.step.Span;
import io.hellowire.client.step.Timeline;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Bytes on their way out, until the system has taken the last of them. */
public final class Sending {

    private final Future<?> written;
    private final Timeline timeline;
    private long startNanos;
    private volatile @Nullable Span span;

    /** Nobody has begun to write. */
    Sending(Future<?> written, Timeline timeline) {
        this.written = written;
        this.timeline = timeline;
        written.addListener(done -> {
            if (done.isSuccess()) {
                span = new Span(startNanos, timeline.now());
            }
        });
    }

    /** It begins now; on the event loop only, as all that is written. */
    void begin() {
        startNanos = timeline.now();
    }

    /** How long it took, or {@code null} if it is not, or will never be, done. */
    public @Nullable Span span() {
        return span;
    }

    /**
     * Why they cannot be sent, or {@code null} if they were or still may be when the deadline has passed.
     *
     * @throws Error if it was one, such as memory that is used up
     */
    public @Nullable Throwable problem(Deadline deadline) throws InterruptedException {
        Throwable problem = written.await(deadline.remainingNanos(), TimeUnit.NANOSECONDS) ? written.cause() : null;
        if (problem instanceof Error error) {
            throw error;
        }
        return problem;
    }
}
