package io.hellowire.capture.pcapng;

import org.jspecify.annotations.Nullable;

/**
 * What is said about one packet beside its bytes.
 *
 * @param interfaceId the number of its interface description in the section, from 0
 * @param timeNanos nanoseconds since 1970, UTC
 * @param direction as seen from the machine that captured
 * @param droppedBefore packets lost on this interface since the packet before; 0 for none
 * @param comment for people, or {@code null} for none
 */
public record PacketFacts(
        int interfaceId,
        long timeNanos,
        Direction direction,
        long droppedBefore,
        @Nullable String comment) {

    /** Which way a packet went; the number is that of the low bits of {@code epb_flags}. */
    public enum Direction {
        UNKNOWN(0),
        INBOUND(1),
        OUTBOUND(2);

        private final int flag;

        Direction(int flag) {
            this.flag = flag;
        }

        int flag() {
            return flag;
        }

        static Direction of(int packetFlags) {
            int low = packetFlags & 0b11;
            return low == 1 ? INBOUND : low == 2 ? OUTBOUND : UNKNOWN;
        }
    }
}
