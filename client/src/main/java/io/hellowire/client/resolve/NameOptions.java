package io.hellowire.client.resolve;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How names become addresses.
 *
 * @param family which addresses are used
 * @param overrides what the user says instead of asking
 * @param source whom to ask
 * @param dnsServer the server to ask when the source is {@link Source#DNS}, or {@code null} for the system's
 */
public record NameOptions(
        Family family,
        List<NameOverride> overrides,
        Source source,
        @Nullable InetSocketAddress dnsServer) {

    public NameOptions {
        overrides = List.copyOf(overrides);
    }

    /** The system's resolver and every address it gives. */
    public static NameOptions defaults() {
        return new NameOptions(Family.ANY, List.of(), Source.SYSTEM, null);
    }

    /** Whom to ask. */
    public enum Source {
        /** {@code getaddrinfo}: hosts file, mDNS, VPN and all. */
        SYSTEM,
        /** A DNS server, directly, which shows its records. */
        DNS
    }

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
}
