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
    private volatile @Nullable Span span;

    /** It begins now; nobody has begun to write. */
    Sending(Future<?> written, Timeline timeline) {
        long startNanos = timeline.now();
        this.written = written;
        written.addListener(done -> {
            if (done.isSuccess()) {
                span = new Span(startNanos, timeline.now());
            }
        });
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
