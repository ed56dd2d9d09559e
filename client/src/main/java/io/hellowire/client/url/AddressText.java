package io.hellowire.client.url;

import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** How addresses are written: IPv6 in the short form of RFC 5952, in brackets where a port may follow. */
public final class AddressText {

    private AddressText() {}

    /** Without brackets, with the zone if it has one. */
    public static String plain(InetAddress address) {
        String text = NetUtil.toAddressString(address);
        if (address instanceof Inet6Address v6 && v6.getScopeId() != 0) {
            String zone = v6.getScopedInterface() == null
                    ? String.valueOf(v6.getScopeId())
                    : v6.getScopedInterface().getName();
            return text + "%" + zone;
        }
        return text;
    }

    /** As in a URL: IPv6 in brackets, never with a zone. */
    public static String inAuthority(InetAddress address) {
        String text = NetUtil.toAddressString(address);
        return address instanceof Inet6Address ? "[" + text + "]" : text;
    }

    /** Address and port. */
    public static String withPort(InetSocketAddress endpoint) {
        InetAddress address = endpoint.getAddress();
        if (address == null) {
            return endpoint.getHostString() + ":" + endpoint.getPort();
        }
        String text = plain(address);
        return (address instanceof Inet6Address ? "[" + text + "]" : text) + ":" + endpoint.getPort();
    }
}
