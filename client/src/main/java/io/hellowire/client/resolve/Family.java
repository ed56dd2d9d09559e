package io.hellowire.client.resolve;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/** Which addresses are wanted. */
public enum Family {
    ANY,
    IPV4,
    IPV6;

    /** Whether an address is one of them. */
    public boolean includes(InetAddress address) {
        return switch (this) {
            case ANY -> true;
            case IPV4 -> address instanceof Inet4Address;
            case IPV6 -> address instanceof Inet6Address;
        };
    }

    /** As people read it. */
    public String word() {
        return switch (this) {
            case ANY -> "IP";
            case IPV4 -> "IPv4";
            case IPV6 -> "IPv6";
        };
    }
}
