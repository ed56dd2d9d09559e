package io.hellowire.server.connection;

import io.hellowire.server.connection.ConnectionState.Closing;
import io.hellowire.server.connection.ConnectionState.Handshaking;
import io.hellowire.server.connection.ConnectionState.Held;
import io.hellowire.server.connection.ConnectionState.Hold;
import io.hellowire.server.connection.ConnectionState.LastAnswer;
import io.hellowire.server.connection.ConnectionState.Lingering;
import io.hellowire.server.connection.ConnectionState.Open;
import io.hellowire.server.connection.ConnectionState.Reading;
import io.hellowire.server.connection.ConnectionState.Serving;
import org.jspecify.annotations.Nullable;

/**
 * Owns the state of one connection. Handlers say what happened; what is legal in the present state becomes a move, what
 * comes too late for it is no move, and nothing leads back. So there is always one answer to what the peer owes and
 * since when. Belongs to the connection's event loop.
 */
public final class Lifecycle {

    private ConnectionState state;
    private long sinceNanos;
    private long resumedNanos;
    private boolean inputEnded;

    /** @param port says whether a handshake comes first */
    Lifecycle(Port port, long nowNanos) {
        this.state = port == Port.HTTPS ? Handshaking.TLS : Reading.REQUEST;
        this.sinceNanos = nowNanos;
        this.resumedNanos = nowNanos;
    }

    /** Where it is. */
    public ConnectionState state() {
        return state;
    }

    /** What the peer owes, {@code null} while it is our turn. */
    public @Nullable Awaited awaited() {
        return state.awaited();
    }

    /** How long it has owed that, in nanoseconds. */
    long owedForNanos(long nowNanos) {
        return nowNanos - sinceNanos;
    }

    /** The handshake has ended well, or it turned out that there is none. */
    public void handshakeIsOver(long nowNanos) {
        if (state instanceof Handshaking handshaking) {
            move(handshaking.over(), nowNanos);
        } else if (state instanceof Open) {
            throw new IllegalStateException("the handshake is over: " + state + " (expected: handshaking)");
        }
    }

    /**
     * What came so far was read, and this is next.
     *
     * @param sinceNanos when that began; the time during which we did not read is not the peer's
     */
    public void reads(Reading next, long sinceNanos) {
        if (state instanceof Reading) {
            state = next;
            this.sinceNanos = sinceNanos - resumedNanos < 0 ? resumedNanos : sinceNanos;
        } else if (state instanceof Held held && held.next() != next) {
            state = held.thenReading(next);
        } else if (state instanceof LastAnswer last && next != Reading.REQUEST) {
            state = last.moreCame();
        }
    }

    /** Nothing more is to be read, for one more reason. */
    public void hold(Hold reason, long nowNanos) {
        if (state instanceof Reading reading) {
            move(reading.hold(reason), nowNanos);
        } else if (state instanceof Held held && !held.reasons().contains(reason)) {
            move(held.hold(reason), nowNanos);
        }
    }

    /** This is no reason any more; with the last of them the peer's time begins anew. */
    public void release(Hold reason, long nowNanos) {
        if (state instanceof Held held && held.reasons().contains(reason)) {
            resumedNanos = nowNanos;
            move(held.release(reason), nowNanos);
        }
    }

    /** Whether requests may be read. */
    public boolean mayRead() {
        return state instanceof Reading;
    }

    /** Whether requests are taken, now or after a while. */
    public boolean isServing() {
        return state instanceof Serving;
    }

    /**
     * No request is answered after the answer that is there.
     *
     * @param announced whether the peer knows that the connection ends here, and so sends nothing more
     */
    public void lastAnswer(boolean announced, long nowNanos) {
        if (state instanceof Serving serving) {
            move(serving.lastAnswer(announced), nowNanos);
        }
    }

    /** Something came after the last answer's request. */
    public void moreCame() {
        if (state instanceof LastAnswer last) {
            state = last.moreCame();
        }
    }

    /** The peer has closed its half. */
    void inputEnded() {
        inputEnded = true;
        if (state instanceof Closing closing) {
            state = closing.inputEnded();
        }
    }

    /**
     * Closes when all is written.
     *
     * @return whether this is news
     */
    boolean close(long nowNanos) {
        if (!(state instanceof Open open)) {
            return false;
        }
        Closing closing = open.close();
        move(inputEnded ? closing.inputEnded() : closing, nowNanos);
        return true;
    }

    /** Whether it is closing, or our half is closed. */
    public boolean isClosing() {
        return !(state instanceof Open);
    }

    /**
     * All is written.
     *
     * @return whether the peer is given time to close; else it is to be closed
     */
    boolean linger(long nowNanos) {
        if (state != Closing.THEN_LINGERING) {
            return false;
        }
        move(Closing.THEN_LINGERING.linger(), nowNanos);
        return true;
    }

    /** Whether nothing is left to write, nor to wait for. */
    boolean isOver() {
        return inputEnded && state instanceof Lingering;
    }

    /** What the peer owed before and still owes, it owes since then: no move gives it more time for that. */
    private void move(ConnectionState next, long nowNanos) {
        if (next.awaited() != state.awaited()) {
            sinceNanos = nowNanos;
        }
        state = next;
    }
}
