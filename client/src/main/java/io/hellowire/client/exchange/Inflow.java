package io.hellowire.client.exchange;

import io.hellowire.client.connect.Arrival;
import io.hellowire.client.step.Deadline;
import io.hellowire.client.step.Failure;
import io.hellowire.client.tls.TlsFailure;
import io.hellowire.wire.tls.TlsAlert;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a response as they come: it keeps the first of them for the report, counts the rest, and remembers how
 * and when they ended.
 */
final class Inflow implements AutoCloseable {

    private final Arrival.Source source;
    private final int sampleLimit;
    private long budget = Long.MAX_VALUE;
    private final ByteArrayOutputStream sample = new ByteArrayOutputStream();
    private ByteBuf current = Unpooled.EMPTY_BUFFER;
    private long received;
    private long firstByteNanos;
    private long lastByteNanos;
    private long endNanos;
    private boolean closeNotify;
    private @Nullable Ending ending;
    private @Nullable Throwable broken;

    /** @param sampleLimit how many bytes to keep at most */
    public Inflow(Arrival.Source source, int sampleLimit) {
        this.source = source;
        this.sampleLimit = sampleLimit;
    }

    /**
     * Bytes that have not been read yet, waiting for some if there are none.
     *
     * @return a buffer to read from, which stays ours, or {@code null} when there will be no more
     */
    public @Nullable ByteBuf more(Deadline deadline) throws InterruptedException, TimeoutException {
        while (!current.isReadable()) {
            if (ending != null) {
                return null;
            }
            take(source.receive(deadline));
        }
        return current;
    }

    private void take(Arrival arrival) {
        if (arrival instanceof Arrival.Bytes bytes) {
            take(bytes.bytes(), bytes.atNanos());
        } else if (arrival instanceof Arrival.CloseNotify) {
            closeNotify = true;
            end(Ending.CLOSE_NOTIFY, arrival.atNanos()); // TCP's end may come late, or never
        } else if (arrival instanceof Arrival.Broken failure) {
            broken = failure.cause();
            end(Ending.RESET, failure.atNanos());
        } else {
            end(Ending.FIN, arrival.atNanos());
        }
    }

    /** From now on stops after so many bytes in all, or after those that have been read if they are more. */
    void stopAfter(long bytes) {
        budget = Math.max(bytes, received - unread());
        if (received >= budget) {
            int excess = (int) (received - budget);
            current.writerIndex(current.writerIndex() - excess);
            received -= excess;
            end(Ending.US, lastByteNanos);
        }
    }

    private void end(Ending how, long atNanos) {
        ending = how;
        endNanos = atNanos;
    }

    private void take(ByteBuf bytes, long atNanos) {
        current.release();
        current = bytes;
        if (received == 0) {
            firstByteNanos = atNanos;
        }
        lastByteNanos = atNanos;
        if (bytes.readableBytes() >= budget - received) {
            bytes.writerIndex(bytes.readerIndex() + (int) (budget - received));
            end(Ending.US, atNanos);
        }
        received += bytes.readableBytes();
        byte[] kept = new byte[Math.min(bytes.readableBytes(), sampleLimit - sample.size())];
        bytes.getBytes(bytes.readerIndex(), kept);
        sample.writeBytes(kept);
    }

    /** The first bytes, as many as were to be kept. */
    byte[] sample() {
        return sample.toByteArray();
    }

    /** How many bytes came, up to the budget. */
    long received() {
        return received;
    }

    /** How many of them nobody has read. */
    int unread() {
        return current.readableBytes();
    }

    /** When the first byte came; meaningful once something was received. */
    long firstByteNanos() {
        return firstByteNanos;
    }

    /** When the last byte until now came. */
    long lastByteNanos() {
        return lastByteNanos;
    }

    /** When the bytes ended; meaningful once they have. */
    long endNanos() {
        return endNanos;
    }

    /** Whether TLS said that nothing more will come. */
    boolean hasCloseNotify() {
        return closeNotify;
    }

    /** How the connection ended, or {@code null} while it is open. */
    @Nullable
    Ending ending() {
        return ending;
    }

    /** What broke the connection, or {@code null}. */
    @Nullable
    Throwable broken() {
        return broken;
    }

    /** The alert that broke it, or {@code null}. */
    public @Nullable TlsAlert alert() {
        return broken == null ? null : TlsAlert.in(broken);
    }

    /** What that alert means, or {@code null}. */
    public @Nullable Failure alertMeaning() {
        return broken == null ? null : TlsFailure.afterHandshake(broken);
    }

    /** Whether the other end said nothing: neither a byte nor, in TLS, why it left. */
    public boolean isSilent() {
        return received == 0 && !closeNotify && alert() == null;
    }

    @Override
    public void close() {
        current.release();
        current = Unpooled.EMPTY_BUFFER;
    }
}
