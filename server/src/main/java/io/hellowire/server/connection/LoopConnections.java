package io.hellowire.server.connection;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The open connections of one event loop, looked through every now and then for peers that take too long. One look for
 * all of them costs less than a timer for each, and nothing at all per request.
 */
final class LoopConnections {

    private final EventLoop loop;
    private final Timeouts timeouts;
    private @Nullable Connection first;
    private boolean ticking;

    LoopConnections(EventLoop loop, Timeouts timeouts) {
        this.loop = loop;
        this.timeouts = timeouts;
    }

    void add(Connection connection) {
        connection.next = first;
        if (first != null) {
            first.previous = connection;
        }
        first = connection;
        if (!ticking) {
            ticking = true;
            scheduleTick();
        }
    }

    void remove(Connection connection) {
        if (connection.previous != null) {
            connection.previous.next = connection.next;
        } else {
            first = connection.next;
        }
        if (connection.next != null) {
            connection.next.previous = connection.previous;
        }
    }

    /** Tells each of them. */
    void tellAll(Object event) {
        forEach(each -> each.channel().pipeline().fireUserEventTriggered(event));
    }

    /** Does this to each of them, which may be its end. */
    void forEach(Consumer<Connection> action) {
        for (Connection each = first; each != null; ) {
            Connection following = each.next;
            action.accept(each);
            each = following;
        }
    }

    private void scheduleTick() {
        loop.schedule(LastResort.watching(this::tick), timeouts.tick().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tick() {
        long now = System.nanoTime();
        forEach(each -> check(each, now));
        ticking = first != null;
        if (ticking) {
            scheduleTick();
        }
    }

    /** Asks what the peer owes. Whoever hears that its time is up makes a move; until then it is told at each tick. */
    private void check(Connection connection, long now) {
        Awaited awaited = connection.lifecycle().awaited();
        if (awaited == null) {
            return;
        }
        Duration limit = awaited.limit(timeouts);
        if (connection.lifecycle().owedForNanos(now) >= limit.toNanos()) {
            connection.channel().pipeline().fireUserEventTriggered(new TimeUp(awaited, limit));
        }
    }
}
