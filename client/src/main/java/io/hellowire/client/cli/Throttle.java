package io.hellowire.client.cli;

import io.hellowire.client.exchange.BodySink;
import io.hellowire.client.step.StepException;
import io.hellowire.wire.ResponseHead;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Takes content no faster than so many bytes a second, on average; the sender waits since nobody reads on. */
final class Throttle implements BodySink {

    private static final int PIECE_BYTES = 16 * 1024;

    private final BodySink content;
    private final long bytesPerSecond;
    private long startNanos;
    private long taken;

    /** @param bytesPerSecond more than zero */
    Throttle(BodySink content, long bytesPerSecond) {
        this.content = content;
        this.bytesPerSecond = bytesPerSecond;
    }

    @Override
    public void begin(ResponseHead head, @Nullable Long lengthBytes) throws StepException {
        startNanos = System.nanoTime();
        content.begin(head, lengthBytes);
    }

    @Override
    public void take(ByteBuffer bytes) throws StepException, InterruptedException {
        int end = bytes.limit();
        while (bytes.position() < end) {
            int piece = Math.min(PIECE_BYTES, end - bytes.position());
            int next = bytes.position() + piece;
            content.take(bytes.limit(next));
            bytes.position(next); // whoever wants nothing of it leaves it there
            taken += piece;
            TimeUnit.NANOSECONDS.sleep(dueNanos(taken, bytesPerSecond) - (System.nanoTime() - startNanos));
        }
    }

    /** How long after the beginning so many bytes may have come. */
    static long dueNanos(long bytes, long bytesPerSecond) {
        return (long) ((double) bytes / bytesPerSecond * TimeUnit.SECONDS.toNanos(1));
    }
}
