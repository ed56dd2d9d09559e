package io.hellowire.client.resolve;

import io.hellowire.client.url.Host;
import io.hellowire.client.url.MalformedUrlException;
import io.hellowire.client.url.Target;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that the user gives for a name, curl's {@code --resolve}.
 *
 * @param host the name as it is looked up, or {@code *} for every one
 * @param port the port it holds for, or {@code null} for every one
 * @param addresses what is used in place of a look-up; never empty
 */
public record NameOverride(String host, @Nullable Integer port, List<InetAddress> addresses) {

    private static final String EXPECTED = " (expected: HOST:PORT:ADDRESS[,ADDRESS]...)";

    public NameOverride {
        addresses = List.copyOf(addresses);
    }

    /**
     * Reads {@code host:port:address[,address]...}, where the port may be left out or {@code *}, and IPv6 addresses
     * may stand in brackets.
     */
    public static NameOverride parse(String text) {
        String rest = text.startsWith("+") ? text.substring(1) : text;
        int hostEnd = rest.startsWith("[") ? rest.indexOf(']') + 1 : rest.indexOf(':');
        if (hostEnd <= 0 || hostEnd >= rest.length() || rest.charAt(hostEnd) != ':') {
            throw new IllegalArgumentException("--resolve: " + text + EXPECTED);
        }
        String host = host(rest.substring(0, hostEnd), text);
        String afterHost = rest.substring(hostEnd + 1);
        int portEnd = afterHost.indexOf(':');
        String portText = portEnd < 0 ? "" : afterHost.substring(0, portEnd);
        boolean hasPort = portText.equals("*") || portText.matches("[0-9]{1,5}");
        Integer port = hasPort && !portText.equals("*") ? Integer.valueOf(portText) : null;
        return new NameOverride(host, port, addresses(text, hasPort ? afterHost.substring(portEnd + 1) : afterHost));
    }

    private static String host(String host, String text) {
        try {
            return host.equals("*") ? host : Target.host(host) instanceof Host.Name name ? name.withoutDot() : host;
        } catch (MalformedUrlException e) {
            throw new IllegalArgumentException("--resolve: " + text + ": " + e.getMessage(), e);
        }
    }

    private static List<InetAddress> addresses(String text, String list) {
        List<InetAddress> addresses = new ArrayList<>();
        for (String one : list.split(",", -1)) {
            String plain = one.startsWith("[") && one.endsWith("]") ? one.substring(1, one.length() - 1) : one;
            byte[] octets = NetUtil.createByteArrayFromIpAddressString(plain);
            if (octets == null) {
                throw new IllegalArgumentException("--resolve: " + text + EXPECTED);
            }
            addresses.add(ofOctets(octets));
        }
        return addresses;
    }

    private static InetAddress ofOctets(byte[] octets) {
        try {
            return InetAddress.getByAddress(octets);
        } catch (UnknownHostException e) {
            throw new AssertionError("4 or 16 octets are an address", e);
        }
    }

    boolean covers(String name, int wantedPort) {
        return (host.equals("*") || host.equals(name)) && (port == null || port == wantedPort);
    }
}
