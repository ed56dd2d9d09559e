package io.hellowire.client.connect;

import io.netty.buffer.ByteBuf;

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
}
