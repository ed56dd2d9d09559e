package io.hellowire.capture.pcapng;

import io.hellowire.capture.pcapng.PacketFacts.Direction;
import org.jspecify.annotations.Nullable;

/** What a block of a capture says. */
public sealed interface Block {

    /**
     * A section begins; interfaces are counted from 0 again.
     *
     * @param application who wrote it, or {@code null} if it does not say
     * @param comment for people, or {@code null}
     */
    record Section(@Nullable String application, @Nullable String comment) implements Block {}

    /**
     * An interface, which packets refer to by its number.
     *
     * @param linkType what a packet begins with
     * @param name its name, or {@code null}
     * @param resolution how its times are counted
     * @param snapLength the most bytes of a packet that were captured; 0 for no limit
     */
    record Interface(int linkType, @Nullable String name, TimeResolution resolution, int snapLength) implements Block {

        /** Of a file that says no more of it, and counts time itself. */
        public static Interface unnamed(int linkType) {
            return new Interface(linkType, null, TimeResolution.MICROSECONDS, 0);
        }
    }

    /**
     * A packet.
     *
     * @param from its interface
     * @param timeNanos nanoseconds since 1970, UTC; that of the packet before it where the file does not say
     * @param data what was captured of it
     * @param originalLength how long it was
     * @param comment for people, or {@code null}
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares packets
    record Packet(
            Interface from,
            long timeNanos,
            byte[] data,
            int originalLength,
            Direction direction,
            @Nullable String comment)
            implements Block {}

    /**
     * Secrets of TLS connections.
     *
     * @param lines in the format of RFC 9850
     */
    record TlsSecrets(String lines) implements Block {

        /** Never the secrets. */
        @Override
        public String toString() {
            return "TlsSecrets[" + lines.lines().count() + " lines]";
        }
    }

    /**
     * How the capture went.
     *
     * @param received packets seen, or {@code null} if it does not say
     * @param dropped packets lost, or {@code null} if it does not say
     */
    record Statistics(
            int interfaceId,
            @Nullable Long received,
            @Nullable Long dropped) implements Block {}

    /** Something that is not looked into. */
    record Other(int type) implements Block {}
}
