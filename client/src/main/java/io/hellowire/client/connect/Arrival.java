package io.hellowire.client.connect;

import io.hellowire.client.step.Deadline;
import io.netty.buffer.ByteBuf;
import java.util.concurrent.TimeoutException;

/** Something that came from the other end, with the moment it came, in nanoseconds since the fetch began. */
public sealed interface Arrival {

    /** When it came. */
    long atNanos();

    /**
     * Bytes, decrypted if the connection is; whoever takes them releases them.
     *
     * @param bytes at least one
     */
    record Bytes(ByteBuf bytes, long atNanos) implements Arrival {}

    /** TLS said that nothing more will come (RFC 8446 section 6.1). */
    record CloseNotify(long atNanos) implements Arrival {}

    /** The other end closed the connection in order. */
    record End(long atNanos) implements Arrival {}

    /** The connection broke. */
    record Broken(Throwable cause, long atNanos) implements Arrival {}

    /** Something that arrivals are taken from, one after the other. */
    interface Source {

        /**
         * The next thing that arrives. After an {@link Arrival.End} or {@link Arrival.Broken} there is nothing more.
         *
         * @throws TimeoutException if nothing does before the deadline
         */
        Arrival receive(Deadline deadline) throws InterruptedException, TimeoutException;
    }
}
