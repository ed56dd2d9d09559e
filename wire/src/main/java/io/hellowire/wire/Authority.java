package io.hellowire.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.util.NetUtil;

/** A host and its port as they stand in Host and in request targets, RFC 9110 section 7.2 and RFC 3986 section 3.2. */
final class Authority {

    private static final int MAX_PORT = 65_535;

    private Authority() {}

    /** Whether the bytes are a host that is not empty, alone or with a colon and a port, which may be empty. */
    static boolean isHost(byte[] bytes, int from, int to) {
        int hostEnd = hostEnd(bytes, from, to);
        return hostEnd > from && (hostEnd == to || (bytes[hostEnd] == ':' && isPort(bytes, hostEnd + 1, to)));
    }

    /** Whether the bytes are a host, a colon and a port, none of them empty. */
    static boolean isHostAndPort(byte[] bytes, int from, int to) {
        return isHost(bytes, from, to) && hostEnd(bytes, from, to) < to - 1;
    }

    private static int hostEnd(byte[] bytes, int from, int to) {
        if (from < to && bytes[from] == '[') {
            return literalEnd(bytes, from, to);
        }
        int end = from;
        while (end < to && Syntax.is(Syntax.HOST, bytes[end])) {
            if (bytes[end] == '%' && !(end + 2 < to && isHex(bytes[end + 1]) && isHex(bytes[end + 2]))) {
                return from;
            }
            end++;
        }
        return end;
    }

    private static int literalEnd(byte[] bytes, int from, int to) {
        int end = from + 1;
        while (end < to && (isHex(bytes[end]) || bytes[end] == ':' || bytes[end] == '.')) {
            end++;
        }
        String address = new String(bytes, from + 1, end - from - 1, ISO_8859_1);
        int closing = zoneEnd(bytes, end, to);
        boolean closed = closing < to && bytes[closing] == ']';
        return closed && NetUtil.isValidIpV6Address(address) ? closing + 1 : from;
    }

    /** Where a zone such as {@code %eth0} ends; {@code from} if there is none. */
    private static int zoneEnd(byte[] bytes, int from, int to) {
        if (from >= to || bytes[from] != '%') {
            return from;
        }
        int end = from + 1;
        while (end < to && (Syntax.is(Syntax.ALPHA | Syntax.DIGIT, bytes[end]) || "-._~%".indexOf(bytes[end]) >= 0)) {
            end++;
        }
        return end > from + 1 ? end : from;
    }

    /** Whether a host that is well-formed is an IPv6 address with a zone, RFC 4007 section 11. */
    static boolean hasZone(byte[] bytes, int from, int to) {
        if (from == to || bytes[from] != '[') {
            return false;
        }
        int at = from;
        while (at < to && bytes[at] != '%') {
            at++;
        }
        return at < to;
    }

    private static boolean isHex(byte b) {
        return Character.digit(b, 16) >= 0;
    }

    private static boolean isPort(byte[] bytes, int from, int to) {
        int port = 0;
        for (int i = from; i < to; i++) {
            if (!Syntax.is(Syntax.DIGIT, bytes[i])) {
                return false;
            }
            port = Math.min(10 * port + bytes[i] - '0', MAX_PORT + 1);
        }
        return port <= MAX_PORT;
    }
}
