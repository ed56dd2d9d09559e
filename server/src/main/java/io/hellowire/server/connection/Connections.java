package io.hellowire.server.connection;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.FastThreadLocal;
import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** All connections of the server: numbers them, counts them and knows when the last one is closed. */
public final class Connections {

    /** What a connection takes while nothing is held for it, behind TLS and without; measured, and rounded up. */
    private static final int TLS_BYTES = 16 * 1024;

    private static final int PLAIN_BYTES = 4 * 1024;

    private final ConnectionLimits limits;
    private final MemoryBudget unfinished;
    private final MemoryBudget themselves = MemoryBudget.forConnections();
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicInteger open = new AtomicInteger();
    private final Map<InetAddress, Integer> openByAddress = new ConcurrentHashMap<>();
    private final CompletableFuture<@Nullable Void> empty = new CompletableFuture<>();
    private final FastThreadLocal<LoopConnections> ofThisLoop = new FastThreadLocal<>();
    private volatile boolean goingAway;

    /** @param limits how many there may be and how long each may wait */
    public Connections(ConnectionLimits limits) {
        this(limits, MemoryBudget.forUnfinished());
    }

    /**
     * @param limits how many there may be and how long each may wait
     * @param unfinished what all of them together may hold of what peers have not finished
     */
    public Connections(ConnectionLimits limits, MemoryBudget unfinished) {
        this.limits = limits;
        this.unfinished = unfinished;
    }

    /** Whether the server is going: every answer from now on is the last of its connection. */
    public boolean isGoingAway() {
        return goingAway;
    }

    /**
     * Adds a connection; must be called on its event loop. {@link ConnectionEnd} takes it off.
     *
     * @param peer who is at the other end, and counted for
     */
    public Connection open(Channel channel, Port port, Peer peer) {
        MemoryBudget.Share itself = themselves.share();
        boolean hasRoom = itself.holds(port == Port.HTTPS ? TLS_BYTES : PLAIN_BYTES);
        String refusal = refusal(open.incrementAndGet(), addressOf(peer));
        String reason = refusal == null && !hasRoom ? themselves.words() : refusal;
        Connection connection =
                new Connection(channel, numbers.incrementAndGet(), port, peer, reason, unfinished, itself);
        listOf(channel.eventLoop()).add(connection);
        return connection;
    }

    /** Takes a connection off; must be called on its event loop. */
    void ended(Connection connection) {
        listOf(connection.channel().eventLoop()).remove(connection);
        connection.ended();
        closed(addressOf(connection.peer()));
    }

    /** Says that the server is going: every answer from now on is the last of its connection. */
    public void goAway() {
        goingAway = true;
    }

    /** Tells the connections of this event loop that the server is going; must be called on it. */
    public void goAway(EventLoop loop) {
        listOf(loop).tellAll(GoingAway.SOON);
    }

    /** Tells the connections that are left on this event loop that their time is over; must be called on it. */
    public void cutOff(EventLoop loop) {
        listOf(loop).tellAll(GoingAway.NOW);
    }

    /** Drops the connections of this event loop whose peers do not let them end well; must be called on it. */
    public void drop(EventLoop loop) {
        listOf(loop).forEach(Connection::drop);
    }

    /** Completes when, once the server is going, no connection is left. */
    public CompletableFuture<@Nullable Void> whenEmpty() {
        completeIfEmpty();
        return empty;
    }

    private LoopConnections listOf(EventLoop loop) {
        LoopConnections list = ofThisLoop.get();
        if (list == null) {
            list = new LoopConnections(loop, limits.timeouts());
            ofThisLoop.set(list);
        }
        return list;
    }

    private @Nullable String refusal(int now, @Nullable InetAddress address) {
        Integer most = limits.perAddress();
        int fromThere = most == null || address == null ? 0 : openByAddress.merge(address, 1, Integer::sum);
        if (goingAway) {
            return "the server is stopping (expected: one that runs)";
        }
        if (now > limits.total()) {
            return "connections: " + now + " (expected: at most " + limits.total() + ")";
        }
        if (most != null && fromThere > most) {
            return "connections from this address: " + fromThere + " (expected: at most " + most + ")";
        }
        return null;
    }

    private void closed(@Nullable InetAddress address) {
        if (limits.perAddress() != null && address != null) {
            openByAddress.computeIfPresent(address, (who, count) -> count == 1 ? null : count - 1);
        }
        open.decrementAndGet();
        completeIfEmpty();
    }

    private void completeIfEmpty() {
        if (goingAway && open.get() == 0) {
            empty.complete(null);
        }
    }

    private static @Nullable InetAddress addressOf(Peer peer) {
        return peer.address() == null ? null : peer.address().getAddress();
    }
}
