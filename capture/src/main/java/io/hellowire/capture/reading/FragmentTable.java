package io.hellowire.capture.reading;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts IP packets together that came in fragments (RFC 791 section 3.2, RFC 8200 section 4.5), in whatever order; those that
 * begun first are given up where too many are not whole yet. Of bytes that came twice the first count.
 */
final class FragmentTable {

    /** Of at most 64 KiB each. */
    private static final int MOST_UNFINISHED = 64;

    private static final int MOST_PACKET_BYTES = 1 << 16;

    private final Map<Key, Unfinished> unfinished = new LinkedHashMap<>();
    private long lost;

    /**
     * Adds a fragment.
     *
     * @return the whole packet, if that was its last part; or its first part, if that is cut
     */
    @Nullable
    IpPacket add(IpPacket packet, IpPacket.Fragment fragment) {
        if (packet.body().remaining() < packet.bodyLength() && fragment.offset() == 0) {
            return packet.alone(); // cut by the snap length, but what matters most is in front
        }
        if (packet.body().remaining() < packet.bodyLength()
                || fragment.offset() + packet.bodyLength() > MOST_PACKET_BYTES) {
            lost++; // cut, or longer than a packet can be
            return null;
        }
        Key key = new Key(packet.source(), packet.destination(), packet.protocol(), fragment.id());
        Unfinished begun = unfinished.computeIfAbsent(key, first -> new Unfinished());
        begun.add(packet, fragment);
        if (begun.isWhole()) {
            unfinished.remove(key);
            return begun.packet().carried();
        }
        giveUpTheOldest();
        return null;
    }

    private void giveUpTheOldest() {
        if (unfinished.size() > MOST_UNFINISHED) {
            Iterator<Unfinished> oldest = unfinished.values().iterator();
            lost += oldest.next().fragments;
            oldest.remove();
        }
    }

    /** How many fragments there were of packets that did not become whole. */
    long lost() {
        return lost
                + unfinished.values().stream().mapToLong(one -> one.fragments).sum();
    }

    private record Key(InetAddress source, InetAddress destination, int protocol, int id) {}

    /** The parts of a packet until now. */
    private static final class Unfinished {

        private final Ranges there = new Ranges();
        private byte[] bytes = new byte[0];
        private @Nullable IpPacket first;
        private @Nullable Integer length;
        private long fragments;

        void add(IpPacket packet, IpPacket.Fragment fragment) {
            fragments++;
            int end = fragment.offset() + packet.bodyLength();
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length, end));
            for (Range fresh : there.add(fragment.offset(), end)) {
                int from = (int) (fresh.start() - fragment.offset());
                packet.body().get(from, bytes, (int) fresh.start(), (int) fresh.length());
            }
            if (fragment.offset() == 0) {
                first = packet;
            }
            if (fragment.isLast() && length == null) {
                length = end;
            }
        }

        boolean isWhole() {
            return length != null && first != null && there.coveredBelow(length) == length;
        }

        /** With the header of its first part, which says what it is. */
        IpPacket packet() {
            if (first == null || length == null) {
                throw new IllegalStateException("packet: not whole (expected: all its parts)");
            }
            ByteBuffer body = ByteBuffer.wrap(bytes, 0, length).slice();
            return new IpPacket(first.source(), first.destination(), first.protocol(), body, length, null);
        }
    }
}
