package io.hellowire.capture.packet;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Between which two addresses a connection's packets travel, in the bytes that go into their headers. */
public final class Flow {

    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int TCP_HEADER = 20;
    private static final int ETHERNET_MTU = 1500;

    private final int interfaceId;
    private final byte[] localAddress;
    private final int localPort;
    private final byte[] remoteAddress;
    private final int remotePort;

    /**
     * @param interfaceId the interface of the capture file that its packets belong to
     * @param local our end, resolved
     * @param remote the other end, resolved
     */
    public Flow(int interfaceId, InetSocketAddress local, InetSocketAddress remote) {
        this.interfaceId = interfaceId;
        boolean ipv4 = local.getAddress() instanceof Inet4Address && remote.getAddress() instanceof Inet4Address;
        this.localAddress = bytes(local.getAddress(), ipv4);
        this.localPort = local.getPort();
        this.remoteAddress = bytes(remote.getAddress(), ipv4);
        this.remotePort = remote.getPort();
    }

    /** A packet has one version: beside an IPv6 address, an IPv4 address is written as IPv6 (RFC 4291 section 2.5.5.2). */
    private static byte[] bytes(InetAddress address, boolean ipv4) {
        byte[] bytes = address.getAddress();
        if (ipv4 || bytes.length == 16) {
            return bytes;
        }
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xFF;
        mapped[11] = (byte) 0xFF;
        System.arraycopy(bytes, 0, mapped, 12, 4);
        return mapped;
    }

    /** The number of the interface in the capture file. */
    public int interfaceId() {
        return interfaceId;
    }

    /** The largest number of bytes in one segment, as on Ethernet. */
    public int maxSegmentBytes() {
        return ETHERNET_MTU - ipHeaderBytes() - TCP_HEADER;
    }

    boolean isIpv4() {
        return localAddress.length == 4;
    }

    int ipHeaderBytes() {
        return isIpv4() ? IPV4_HEADER : IPV6_HEADER;
    }

    byte[] address(Side side) {
        return side == Side.LOCAL ? localAddress : remoteAddress;
    }

    int port(Side side) {
        return side == Side.LOCAL ? localPort : remotePort;
    }
}
