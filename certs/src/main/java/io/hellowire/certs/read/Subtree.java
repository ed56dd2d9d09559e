package io.hellowire.certs.read;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * A part of all the names there are, of one kind (GeneralSubtree, RFC 5280 section 4.2.1.10).
 *
 * @param kind the tag of GeneralName, as in {@link AlternativeName}
 * @param base where it begins, as text: {@code example.com}, or a network such as {@code 10.0.0.0/8}
 * @param network the network if the kind is an address, else {@code null}
 */
public record Subtree(int kind, String base, @Nullable Network network) {

    static Subtree read(Der content) throws UnreadableException {
        if ((content.tag() & 0x1f) == AlternativeName.ADDRESS) {
            Network network = Network.of(content.enter(content.tag()).rest());
            return new Subtree(AlternativeName.ADDRESS, network.toString(), network);
        }
        AlternativeName name = AlternativeName.next(content);
        return new Subtree(name.kind(), name.text(), null);
    }

    /** Addresses that agree in the bits that count. */
    public static final class Network {

        private final byte[] address;
        private final byte[] mask;

        private Network(byte[] address, byte[] mask) {
            this.address = address;
            this.mask = mask;
        }

        /** Reads the address and then the mask, four octets each, or sixteen. */
        static Network of(byte[] both) throws UnreadableException {
            if (both.length != 8 && both.length != 32) {
                throw new UnreadableException(
                        "a network of " + both.length + " octets", "8 or 32 octets, an address and its mask");
            }
            int half = both.length / 2;
            return new Network(Arrays.copyOf(both, half), Arrays.copyOfRange(both, half, both.length));
        }

        /** Whether the address lies in it. */
        public boolean contains(InetAddress other) {
            byte[] octets = other.getAddress();
            if (octets.length != address.length) {
                return false;
            }
            for (int i = 0; i < octets.length; i++) {
                if ((octets[i] & mask[i]) != (address[i] & mask[i])) {
                    return false;
                }
            }
            return true;
        }

        /** With the length of its prefix, such as {@code 10.0.0.0/8}, or with the mask if that has holes. */
        @Override
        public String toString() {
            BitSet bits = new BitSet();
            for (int i = 0; i < mask.length * 8; i++) {
                bits.set(i, (mask[i / 8] >> (7 - i % 8) & 1) == 1);
            }
            boolean prefix = bits.cardinality() == bits.nextClearBit(0);
            return text(address) + "/" + (prefix ? bits.cardinality() : text(mask));
        }

        private static String text(byte[] octets) {
            try {
                return InetAddress.getByAddress(octets).getHostAddress();
            } catch (UnknownHostException e) {
                throw new IllegalStateException("four or sixteen octets are an address", e);
            }
        }
    }
}
