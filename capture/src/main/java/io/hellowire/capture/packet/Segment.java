package io.hellowire.capture.packet;

import org.jspecify.annotations.Nullable;

/**
 * One thing that happened in a conversation, before it is cut into packets: some bytes sent, or a flag raised.
 *
 * @param flow between whom
 * @param from who sent it
 * @param tcp what its TCP header says
 * @param payload never changed after this was made; may be longer than one packet takes
 * @param timeNanos nanoseconds since 1970, UTC
 * @param comment for people, on the first packet, or {@code null}
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares segments, and a copy of each payload would cost
public record Segment(
        Flow flow,
        Side from,
        Tcp tcp,
        byte[] payload,
        long timeNanos,
        @Nullable String comment) {

    /** How many packets it becomes. */
    public int packets() {
        int most = flow.maxSegmentBytes();
        return Math.max(1, (payload.length + most - 1) / most);
    }

    /**
     * What the TCP header of a segment says, RFC 9293 section 3.1.
     *
     * @param flags of {@link TcpFlags}
     * @param sequence the number of its first byte
     * @param acknowledged the next byte its sender expects
     */
    public record Tcp(int flags, int sequence, int acknowledged) {}
}
