package io.hellowire.server.connection;

import io.hellowire.wire.text.AddressText;
import io.netty.channel.Channel;
import io.netty.channel.unix.DomainSocketAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * The other end of a connection. It is known before the connection is counted, so that limits hold for who it really is.
 *
 * @param network how it is reached
 * @param address where it is, {@code null} where addresses say nothing
 * @param via who passes its bytes on to us, {@code null} if nobody does
 */
public record Peer(
        Network network,
        @Nullable InetSocketAddress address,
        @Nullable Peer via) {

    /** The networks that peers come by. */
    public enum Network {
        TCP,
        UNIX,
        /** None that leaves this process. */
        MEMORY
    }

    public Peer {
        if ((network == Network.TCP) != (address != null)) {
            throw new IllegalArgumentException("peer: " + network + " and " + address + " (expected: TCP, an address)");
        }
    }

    /** The one at the other end of this channel. */
    public static Peer of(Channel channel) {
        SocketAddress there = channel.remoteAddress();
        if (there instanceof InetSocketAddress address) {
            return new Peer(Network.TCP, address, null);
        }
        boolean unix = isUnix(there) || isUnix(channel.localAddress());
        return new Peer(unix ? Network.UNIX : Network.MEMORY, null, null);
    }

    private static boolean isUnix(@Nullable SocketAddress address) {
        return address instanceof DomainSocketAddress || address instanceof UnixDomainSocketAddress;
    }

    /** Its address without the port, as RFC 5952 writes it: {@code 192.168.1.40} or {@code ::1}; else its network. */
    public String host() {
        return address == null ? networkName() : AddressText.of(address.getAddress());
    }

    private String networkName() {
        return network == Network.UNIX ? "unix" : "memory";
    }

    /** Such as {@code 192.168.1.40:50287}, {@code [::1]:50287}, {@code unix}, or one of these via another. */
    @Override
    public String toString() {
        String text = address == null
                ? networkName()
                : AddressText.inAuthority(address.getAddress()) + ":" + address.getPort();
        return via == null ? text : text + " via " + via;
    }
}
