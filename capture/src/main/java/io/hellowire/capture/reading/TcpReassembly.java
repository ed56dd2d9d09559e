package io.hellowire.capture.reading;

import io.hellowire.capture.packet.TcpFlags;
import java.util.ArrayList;
import java.util.List;

/**
 * What one end of a connection sent, put together from its packets in whatever order, pieces and copies they were captured
 * (RFC 9293 section 3.10.7.4): the first bytes of it, up to a bound, with the gaps between them; and how many there were in
 * all. Of bytes that came twice the first count.
 *
 * <p>A place in the stream is told from the byte behind the SYN, or from where the capture begins if it has none.
 */
final class TcpReassembly {

    /** So many pieces are kept with gaps between them, and so many gaps kept open to count what comes late. */
    private static final int MOST_GAPS = 256;

    private static final int GAP_BYTES = 128;

    /**
     * What was sent between two gaps.
     *
     * @param start its place in the stream, from 0
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares pieces
    record Piece(long start, byte[] bytes) {

        long end() {
            return start + bytes.length;
        }
    }

    private final KeptBytes kept;
    private final Ranges captured = new Ranges();
    private long capturedBytes;
    private long firstCaptured = Long.MAX_VALUE;

    /** What comes for in front of here was counted, or is too late for it. */
    private long closedBelow = Long.MIN_VALUE;

    private boolean hasBegun;
    private boolean hasStart;
    private boolean isAcknowledged;
    private int acknowledged;

    /** The sequence number of place 0. */
    private int origin;

    /** Where the last packet with bytes ended. */
    private long position;

    private long end;

    /** @param mostBytes the bound on the bytes that are kept */
    TcpReassembly(int mostBytes) {
        this.kept = new KeptBytes(mostBytes, MOST_GAPS);
    }

    /**
     * Adds a packet.
     *
     * @return how many bytes more or less of memory it takes
     */
    int add(TcpPacket packet) {
        int before = cost();
        boolean isKeepAlive = isKeepAlive(packet);
        begin(packet, isKeepAlive);
        if (!isKeepAlive && !packet.has(TcpFlags.RST)) { // whose bytes are a reason in words, not part of the stream
            put(packet);
        }
        return cost() - before;
    }

    /**
     * Counts a packet, when there is no memory left for its bytes.
     *
     * @return whether these are the first that are not kept for this reason
     */
    boolean count(TcpPacket packet) {
        boolean keptAll = kept.isOpen();
        begin(packet, isKeepAlive(packet));
        long from = firstWanted(packet);
        if (!kept.covers(from, place(packet) + packet.payload().length)) {
            kept.endAt(from);
        }
        add(packet);
        return keptAll && !kept.isOpen();
    }

    /** Tells which byte the other end expects next. */
    void acknowledge(int sequence) {
        isAcknowledged = true;
        acknowledged = sequence;
    }

    private void begin(TcpPacket packet, boolean isKeepAlive) {
        boolean syn = packet.has(TcpFlags.SYN);
        if (!hasBegun || (syn && !hasStart && capturedBytes == 0)) {
            hasBegun = true;
            origin = packet.sequence() + (syn || isKeepAlive ? 1 : 0);
            position = 0;
            end = 0;
        }
        hasStart |= syn && packet.sequence() + 1 == origin;
    }

    /** A probe whether the other end is there: it repeats the byte before the next, or has a zero in its place. */
    private boolean isKeepAlive(TcpPacket packet) {
        boolean isZero = packet.payloadLength() == 1 && (packet.payload().length == 0 || packet.payload()[0] == 0);
        if (!isZero || packet.has(TcpFlags.SYN) || packet.has(TcpFlags.FIN)) {
            return false;
        }
        return !hasBegun
                || (isAcknowledged && packet.sequence() + 1 == acknowledged)
                || (!hasStart && place(packet) + 1 == Math.min(0, firstCaptured));
    }

    /** Sequence numbers turn over after 2^32 bytes; this is the place nearest to where the last packet was. */
    private long place(TcpPacket packet) {
        int sequence = packet.sequence() + (packet.has(TcpFlags.SYN) ? 1 : 0);
        return position + (sequence - (origin + (int) position));
    }

    private void put(TcpPacket packet) {
        long start = place(packet);
        long from = firstWanted(packet);
        long to = start + packet.payload().length;
        kept.add(from, to, packet.payload(), start);
        count(from, to);
        int length = packet.payloadLength();
        if (length > 0 || packet.has(TcpFlags.FIN)) {
            position = start + length;
            end = Math.max(end, position);
        }
    }

    private long firstWanted(TcpPacket packet) {
        return hasStart ? Math.max(0, place(packet)) : place(packet);
    }

    private void count(long from, long to) {
        for (Range fresh : captured.add(Math.max(from, closedBelow), to)) {
            capturedBytes += fresh.length();
            firstCaptured = Math.min(firstCaptured, fresh.start());
        }
        if (captured.size() > MOST_GAPS) {
            closedBelow = captured.removeFirst().end();
        }
    }

    private int cost() {
        return kept.size() + GAP_BYTES * (Math.max(1, kept.pieces()) + Math.max(1, captured.size()));
    }

    /** Whether it is known where it begins, because its SYN was captured. */
    boolean hasStart() {
        return hasStart;
    }

    /** Whether any packet of this end was captured. */
    boolean hasBegun() {
        return hasBegun;
    }

    /**
     * Where it begins. A capture that begins in its middle tells by the number of the first packet, but a keep-alive's is
     * one too low.
     */
    private long start() {
        boolean isTold = hasStart || firstCaptured > 1;
        return isTold ? 0 : firstCaptured;
    }

    /** How many bytes were sent, as far as their numbers, the FIN's and the other end's acknowledgement tell. */
    long sent() {
        int beyond = isAcknowledged && hasBegun ? acknowledged - (origin + (int) end) : 0;
        return end - start() + (beyond > 1 ? beyond : 0); // by one alone a FIN is acknowledged
    }

    /** How many of those sent are not in the capture. */
    long missing() {
        return Math.max(0, sent() - capturedBytes);
    }

    /** The first bytes that were captured, in order; what is between them is not in the capture. */
    List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        kept.forEach((from, bytes) -> pieces.add(new Piece(from - start(), bytes)));
        return pieces;
    }

    /** The first bytes that were sent, up to the first that is not in the capture. */
    byte[] beginning() {
        List<Piece> pieces = pieces();
        return pieces.isEmpty() || pieces.get(0).start() != 0
                ? new byte[0]
                : pieces.get(0).bytes();
    }
}
