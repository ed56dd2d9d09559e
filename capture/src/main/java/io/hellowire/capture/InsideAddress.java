package io.hellowire.capture;

import io.hellowire.capture.packet.Side;
import java.net.InetSocketAddress;

/**
 * The address under which the inside of a TLS connection is shown: that of the connection, but with the server's port
 * changed, so that a reader of the file takes the two for different connections.
 */
final class InsideAddress {

    /** The port of HTTP without TLS, at which every analyser expects what is inside. */
    static final int PORT = 80;

    private static final int PORT_BESIDE_IT = 8080;

    private InsideAddress() {}

    /** The address of one end, given which end the server is. */
    static InetSocketAddress of(InetSocketAddress address, Side side, Side server) {
        if (side != server) {
            return address;
        }
        return new InetSocketAddress(address.getAddress(), address.getPort() == PORT ? PORT_BESIDE_IT : PORT);
    }
}
