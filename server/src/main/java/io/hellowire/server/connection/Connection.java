package io.hellowire.server.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one connection. All of it is read and written on the connection's event loop, so nothing here is
 * synchronized.
 */
public final class Connection {

    private final Channel channel;
    private final long number;
    private final Port port;
    private final Peer peer;
    private final String peerText;
    private final Lifecycle lifecycle;
    private final @Nullable String refusal;
    private final MemoryBudget memory;
    private final MemoryBudget.Share itself;
    private final Surplus surplus;
    private Consumer<String> whenCutOff = reason -> {};
    private boolean cutOff;
    private @Nullable TlsFacts tls;
    private long requests;

    /** Where it is in the list of its event loop; owned by {@link LoopConnections}. */
    @Nullable
    Connection previous;

    @Nullable
    Connection next;

    /**
     * @param channel what carries it
     * @param number its place in the order of connections, from 1
     * @param port the kind of port it came in by
     * @param peer who is at the other end
     * @param refusal why it is turned away at once, {@code null} if it is let in
     * @param memory what all connections together may hold of what peers have not finished
     * @param itself what this one takes while nothing is held for it
     */
    Connection(
            Channel channel,
            long number,
            Port port,
            Peer peer,
            @Nullable String refusal,
            MemoryBudget memory,
            MemoryBudget.Share itself) {
        this.channel = channel;
        this.number = number;
        this.port = port;
        this.peer = peer;
        this.peerText = peer.toString();
        this.refusal = refusal;
        this.memory = memory;
        this.itself = itself;
        this.surplus = new Surplus(memory.share());
        this.lifecycle = new Lifecycle(port, System.nanoTime());
    }

    /** Its place in the order of connections, from 1. */
    public long number() {
        return number;
    }

    /** The kind of port it came in by. */
    public Port port() {
        return port;
    }

    /** The other end. */
    public Peer peer() {
        return peer;
    }

    /** The other end as {@link Peer#toString()} writes it, which every record needs. */
    public String peerText() {
        return peerText;
    }

    /** Where it is in its life, and so what its peer owes. */
    public Lifecycle lifecycle() {
        return lifecycle;
    }

    /** Why it is turned away at once, as {@code what: value (expected: ...)}; {@code null} if it is let in. */
    public @Nullable String refusal() {
        return refusal;
    }

    /** What the handshake agreed on, or {@code null} while there is none. */
    public @Nullable TlsFacts tls() {
        return tls;
    }

    /** Whether TLS should have come and has not, so that even line ends alone are to be answered. */
    public boolean awaitsTls() {
        return port == Port.HTTPS && tls == null;
    }

    /** Says what the handshake agreed on. */
    public void secured(TlsFacts facts) {
        tls = facts;
    }

    /** Counts one more request on this connection, greeted or not, and returns its number, from 1. */
    public long nextRequest() {
        return ++requests;
    }

    /** How many requests have come. */
    public long requests() {
        return requests;
    }

    /**
     * What all connections together may hold of what peers have not finished; whoever holds something for this one has a
     * share of it.
     */
    public MemoryBudget memory() {
        return memory;
    }

    /** What its peer sends after the last request that it takes. */
    public Surplus surplus() {
        return surplus;
    }

    /** Runs this, with the reason in words, if it is {@linkplain #cutOff cut off}. */
    public void whenCutOff(Consumer<String> action) {
        whenCutOff = action;
    }

    /**
     * Closes it at once, whatever is unsent: nothing of it may be held any longer.
     *
     * @param reason in words, printable
     */
    public void cutOff(String reason) {
        if (channel.isOpen()) {
            willBeCutOff(reason);
            drop();
        }
    }

    /** Closes it at once, past all handlers, whatever is unsent or still to come. */
    void drop() {
        belowAll().close();
    }

    /**
     * Says once that it will be closed by whoever says so, in the middle of what its peer sends.
     *
     * @param reason in words, printable
     */
    public void willBeCutOff(String reason) {
        if (!cutOff) {
            cutOff = true;
            whenCutOff.accept(reason);
        }
    }

    /** Whether it was cut off. */
    public boolean isCutOff() {
        return cutOff;
    }

    /** Writes this as it is, past all handlers. */
    ChannelFuture writeBelowAll(ByteBuf bytes) {
        return belowAll().writeAndFlush(bytes);
    }

    private ChannelHandlerContext belowAll() {
        return channel.pipeline().firstContext();
    }

    /** Says that it takes nothing any more. */
    void ended() {
        itself.release();
        surplus.release();
    }

    Channel channel() {
        return channel;
    }
}
