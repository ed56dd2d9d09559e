package io.hellowire.server.connection;

import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one connection. All of it is read and written on the connection's event loop, so nothing here is
 * synchronized.
 */
public final class Connection {

    private final Channel channel;
    private final long number;
    private final Port port;
    private final String peer;
    private final @Nullable String refusal;
    private @Nullable TlsFacts tls;
    private long requests;
    private boolean settled;
    private Wait awaited = Wait.REQUEST;
    private long waitingSinceNanos;

    /** Where it is in the list of its event loop; owned by {@link LoopConnections}. */
    @Nullable
    Connection previous;

    @Nullable
    Connection next;

    /**
     * @param channel what carries it
     * @param number its place in the order of connections, from 1
     * @param port the kind of port it came in by
     * @param refusal why it is turned away at once, {@code null} if it is let in
     */
    Connection(Channel channel, long number, Port port, @Nullable String refusal) {
        this.channel = channel;
        this.number = number;
        this.port = port;
        this.refusal = refusal;
        this.peer = describe(channel.remoteAddress());
        this.waitingSinceNanos = System.nanoTime();
    }

    /** Its place in the order of connections, from 1. */
    public long number() {
        return number;
    }

    /** The kind of port it came in by. */
    public Port port() {
        return port;
    }

    /** The other end, such as {@code 192.168.1.40:50287}, {@code [::1]:50287} or {@code unix}. */
    public String peer() {
        return peer;
    }

    /** Why it is turned away at once, as {@code what: value (expected: ...)}; {@code null} if it is let in. */
    public @Nullable String refusal() {
        return refusal;
    }

    /** What the handshake agreed on, or {@code null} while there is none. */
    public @Nullable TlsFacts tls() {
        return tls;
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

    /** Says whether all that the peer has sent was read and nothing more is due: it can be closed without a reset. */
    public void settled(boolean nothingIsLeft) {
        settled = nothingIsLeft;
    }

    boolean isSettled() {
        return settled;
    }

    /** Says that whoever writes next closes it right after that. */
    public void nextWriteIsTheLast() {
        if (channel.isActive()) {
            Cork.put(channel);
        }
    }

    /** Says what the peer has to do next; its time starts now. */
    public void awaits(Wait what, long nowNanos) {
        awaited = what;
        waitingSinceNanos = nowNanos;
    }

    /** What the peer has to do next. */
    public Wait awaited() {
        return awaited;
    }

    /** Since when, as {@link System#nanoTime()}. */
    public long waitingSinceNanos() {
        return waitingSinceNanos;
    }

    Channel channel() {
        return channel;
    }

    private static String describe(@Nullable SocketAddress address) {
        if (!(address instanceof InetSocketAddress inet)) {
            return "unix";
        }
        String host = inet.getAddress().getHostAddress();
        int zone = host.indexOf('%');
        String plain = zone < 0 ? host : host.substring(0, zone);
        return (plain.indexOf(':') < 0 ? plain : "[" + plain + "]") + ":" + inet.getPort();
    }
}
