package io.hellowire.capture;

import io.netty.util.NetUtil;
import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a {@link CaptureFilter} about either end of a connection.
 *
 * @param negated whether it is true when neither end is meant
 * @param network the address that is meant, or {@code null} for any
 * @param bits how many leading bits of the address count
 * @param port the port that is meant, or 0 for any
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares terms
record FilterTerm(boolean negated, byte @Nullable [] network, int bits, int port) {

    private static final Pattern TERM = Pattern.compile("(not\\s+)?(host|net|port)\\s+([0-9a-f.:]+)(?:/(\\d{1,3}))?");

    static FilterTerm of(String text) {
        Matcher matcher = TERM.matcher(text.strip());
        if (!matcher.matches()) {
            throw refused(text);
        }
        boolean negated = matcher.group(1) != null;
        String value = matcher.group(3);
        String bits = matcher.group(4);
        if (matcher.group(2).equals("port")) {
            return new FilterTerm(negated, null, 0, port(text, value, bits));
        }
        if (matcher.group(2).equals("net") != (bits != null)) {
            throw refused(text);
        }
        byte[] address = NetUtil.createByteArrayFromIpAddressString(value);
        if (address == null) {
            throw refused(text);
        }
        int most = address.length * 8;
        int leading = bits == null ? most : Integer.parseInt(bits);
        if (leading > most) {
            throw refused(text);
        }
        return new FilterTerm(negated, address, leading, 0);
    }

    private static int port(String text, String value, @Nullable String bits) {
        if (bits != null || !value.matches("\\d{1,5}")) {
            throw refused(text);
        }
        int port = Integer.parseInt(value);
        if (port == 0 || port > 65535) {
            throw refused(text);
        }
        return port;
    }

    private static IllegalArgumentException refused(String text) {
        return new IllegalArgumentException("capture filter: " + text
                + " (expected: [not] host ADDRESS, net ADDRESS/BITS or port NUMBER, joined by and, or)");
    }

    boolean accepts(InetSocketAddress local, InetSocketAddress remote) {
        return negated != (means(local) || means(remote));
    }

    private boolean means(InetSocketAddress end) {
        if (network == null) {
            return end.getPort() == port;
        }
        byte[] address = end.getAddress().getAddress();
        return address.length == network.length && sharesLeadingBits(address, network);
    }

    private boolean sharesLeadingBits(byte[] a, byte[] b) {
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i & 7);
            if ((a[i / 8] & mask) != (b[i / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
