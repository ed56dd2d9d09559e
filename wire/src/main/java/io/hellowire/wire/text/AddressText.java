package io.hellowire.wire.text;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** IP addresses as people write them: IPv6 in the short form of RFC 5952, in brackets where a port may follow. */
public final class AddressText {

    private static final int GROUPS = 8;
    private static final int LONGEST = "ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255".length();

    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    private static final Pattern LIKE_IPV6 = Pattern.compile("[0-9A-Fa-f:]*:(?:[0-9A-Fa-f:]*|" + IPV4.pattern() + ")");

    private AddressText() {}

    /** Without a zone, such as {@code 192.168.1.7} or {@code ::1}. */
    public static String of(InetAddress address) {
        return address instanceof Inet6Address ? shortForm(address.getAddress()) : address.getHostAddress();
    }

    /**
     * That of its octets.
     *
     * @throws IllegalArgumentException if they are neither four nor sixteen
     */
    public static String of(byte[] octets) {
        try {
            return of(InetAddress.getByAddress(octets));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("address: " + octets.length + " octets (expected: 4 or 16)", e);
        }
    }

    /** With the zone if it has one, such as {@code fe80::1%eth0}. */
    public static String withZone(InetAddress address) {
        String text = of(address);
        if (!(address instanceof Inet6Address v6) || v6.getScopeId() == 0) {
            return text;
        }
        return text + "%"
                + (v6.getScopedInterface() == null
                        ? String.valueOf(v6.getScopeId())
                        : v6.getScopedInterface().getName());
    }

    /** As in a URL: IPv6 in brackets, never with a zone. */
    public static String inAuthority(InetAddress address) {
        return bracketed(address, of(address));
    }

    /** Address and port, with the zone if it has one; a name that was not looked up as it is. */
    public static String withPort(InetSocketAddress endpoint) {
        InetAddress address = endpoint.getAddress();
        String host = address == null ? endpoint.getHostString() : bracketed(address, withZone(address));
        return host + ":" + endpoint.getPort();
    }

    private static String bracketed(InetAddress address, String text) {
        return address instanceof Inet6Address ? "[" + text + "]" : text;
    }

    /**
     * Reads an IP address, without a zone and without ever asking a name server.
     *
     * @return {@code null} if the text is not an address
     */
    public static @Nullable InetAddress parse(String text) {
        if (text.length() > LONGEST
                || !(IPV4.matcher(text).matches() || LIKE_IPV6.matcher(text).matches())) {
            return null;
        }
        try {
            return InetAddress.getByName(text); // only names are looked up
        } catch (UnknownHostException e) {
            return null; // too many colons, or too few
        }
    }

    /** The first of the longest runs of zeros becomes {@code ::}, if it is longer than one. */
    private static String shortForm(byte[] octets) {
        int start = 0;
        int length = 1;
        for (int i = 0; i < GROUPS; i++) {
            int zeros = zerosFrom(octets, i);
            if (zeros > length) {
                start = i;
                length = zeros;
            }
        }
        if (length == 1) {
            return groups(octets, 0, GROUPS);
        }
        return groups(octets, 0, start) + "::" + groups(octets, start + length, GROUPS);
    }

    private static int zerosFrom(byte[] octets, int group) {
        int count = 0;
        while (group + count < GROUPS && group(octets, group + count) == 0) {
            count++;
        }
        return count;
    }

    private static String groups(byte[] octets, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i > from ? ":" : "").append(Integer.toHexString(group(octets, i)));
        }
        return text.toString();
    }

    private static int group(byte[] octets, int index) {
        return ((octets[2 * index] & 0xFF) << 8) | (octets[2 * index + 1] & 0xFF);
    }
}
