package io.hellowire.capture.packet;

import io.hellowire.capture.packet.Segment.Tcp;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A TCP connection retold in segments: who had sent and received how much when something happened. Each end sends its
 * FIN or RST at most once, and nothing after it.
 *
 * <p>The application sees bytes, not packets, so this is not what the network carried: there are no losses here, and an
 * acknowledgement comes at once for every {@value #ACKNOWLEDGED_SEGMENTS} full segments.
 */
public final class Conversation {

    private static final int ACKNOWLEDGED_SEGMENTS = 44;
    private static final byte[] NOTHING = new byte[0];

    private final Flow flow;
    private final Consumer<Segment> segments;
    private final End local = new End();
    private final End remote = new End();
    private boolean isReset;

    /** @param segments what is told goes here, at once */
    public Conversation(Flow flow, Consumer<Segment> segments) {
        this.flow = flow;
        this.segments = segments;
    }

    /**
     * Both ends shake hands.
     *
     * @param initiator who asked for the connection
     * @param askedNanos when, nanoseconds since 1970, UTC
     * @param openNanos when it was open
     * @param comment on the first packet, or {@code null}
     */
    public void open(Side initiator, long askedNanos, long openNanos, @Nullable String comment) {
        Side other = initiator.other();
        segments.accept(new Segment(
                flow, initiator, new Tcp(TcpFlags.SYN, end(initiator).next, 0), NOTHING, askedNanos, comment));
        end(initiator).next++;
        tell(other, TcpFlags.SYN | TcpFlags.ACK, NOTHING, openNanos);
        end(other).next++;
        tell(initiator, TcpFlags.ACK, NOTHING, openNanos);
    }

    /** One end sent these bytes, which are taken over; in pieces of {@link #mostBytes} at most. */
    public void send(Side from, byte[] bytes, long timeNanos) {
        End sender = end(from);
        if (isReset || sender.isFinished) {
            return;
        }
        tell(from, TcpFlags.PSH | TcpFlags.ACK, bytes, timeNanos);
        sender.next += bytes.length;
        sender.unacknowledged += bytes.length;
        end(from.other()).unacknowledged = 0; // the acknowledgement rode along
        if (sender.unacknowledged >= mostBytes()) {
            acknowledge(from, timeNanos);
        }
    }

    /** How many bytes are told at once: those that one acknowledgement is for. */
    public int mostBytes() {
        return ACKNOWLEDGED_SEGMENTS * flow.maxSegmentBytes();
    }

    /** One end will send nothing more. */
    public void finish(Side from, long timeNanos) {
        End sender = end(from);
        if (isReset || sender.isFinished) {
            return;
        }
        sender.isFinished = true;
        tell(from, TcpFlags.FIN | TcpFlags.ACK, NOTHING, timeNanos);
        sender.next++;
        acknowledge(from, timeNanos);
    }

    /**
     * One end broke the connection off.
     *
     * @param comment for people, or {@code null}
     */
    public void reset(Side from, long timeNanos, @Nullable String comment) {
        if (isReset || isOver()) {
            return;
        }
        isReset = true;
        tell(from, TcpFlags.RST | TcpFlags.ACK, NOTHING, timeNanos, comment);
    }

    /** Whether both ends have said that they are done. */
    public boolean isOver() {
        return isReset || (local.isFinished && remote.isFinished);
    }

    /** Whether this end has said that it is done. */
    public boolean isFinished(Side side) {
        return isReset || end(side).isFinished;
    }

    private void acknowledge(Side sender, long timeNanos) {
        end(sender).unacknowledged = 0;
        tell(sender.other(), TcpFlags.ACK, NOTHING, timeNanos);
    }

    private void tell(Side from, int flags, byte[] payload, long timeNanos) {
        tell(from, flags, payload, timeNanos, null);
    }

    private void tell(Side from, int flags, byte[] payload, long timeNanos, @Nullable String comment) {
        Tcp tcp = new Tcp(flags, end(from).next, end(from.other()).next);
        segments.accept(new Segment(flow, from, tcp, payload, timeNanos, comment));
    }

    private End end(Side side) {
        return side == Side.LOCAL ? local : remote;
    }

    /** What one end has said so far. */
    private static final class End {

        /** Random at first, so that an address used again is not taken for the old connection. */
        private int next = ThreadLocalRandom.current().nextInt();

        private int unacknowledged;
        private boolean isFinished;
    }
}
