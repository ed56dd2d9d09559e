package io.hellowire.client.connect;

import io.hellowire.client.url.Host;
import io.hellowire.client.url.MalformedUrlException;
import io.hellowire.client.url.Target;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The hosts that are reached without a proxy: names with all below them, addresses, networks like
 * {@code 192.168.0.0/16}, or {@code *} for every one.
 *
 * @param entries in lower case, names as they are looked up
 */
record NoProxy(List<String> entries) {

    static NoProxy parse(String list) {
        return new NoProxy(Arrays.stream(list.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .filter(entry -> !entry.isEmpty())
                .map(NoProxy::asLookedUp)
                .toList());
    }

    /** International names in their ASCII form, without the dot that some write before a domain. */
    private static String asLookedUp(String entry) {
        String bare = entry.startsWith(".") && !entry.equals(".*") ? entry.substring(1) : entry;
        if (bare.chars().allMatch(c -> c < 0x80)) {
            return bare;
        }
        try {
            return Target.host(bare) instanceof Host.Name name ? name.withoutDot() : bare;
        } catch (MalformedUrlException e) {
            return bare; // which no host is equal to
        }
    }

    boolean covers(Host host) {
        return entries.stream().anyMatch(entry -> entry.equals("*") || covers(entry, host));
    }

    private static boolean covers(String entry, Host host) {
        if (host instanceof Host.Name name) {
            return name.withoutDot().equals(entry) || name.withoutDot().endsWith("." + entry);
        }
        Host.Address address = (Host.Address) host;
        int slash = entry.indexOf('/');
        String network =
                (slash < 0 ? entry : entry.substring(0, slash)).replace("[", "").replace("]", "");
        byte[] octets = NetUtil.createByteArrayFromIpAddressString(network);
        if (octets == null || octets.length != address.address().getAddress().length) {
            return false;
        }
        int bits = slash < 0 ? octets.length * 8 : prefix(entry.substring(slash + 1), octets.length * 8);
        return bits >= 0
                && new IpSubnetFilterRule(network, bits, IpFilterRuleType.ACCEPT)
                        .matches(new InetSocketAddress(address.address(), 0));
    }

    /** How many bits count, or a negative number if it says nonsense, which covers nothing. */
    private static int prefix(String text, int most) {
        int bits = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : -1;
        return bits <= most ? bits : -1;
    }
}
