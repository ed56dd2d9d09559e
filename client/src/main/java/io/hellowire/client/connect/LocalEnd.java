package io.hellowire.client.connect;

import io.hellowire.client.resolve.Interfaces;
import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.step.StepException;
import io.netty.util.NetUtil;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where our own end of a connection is to be.
 *
 * @param addresses the addresses to choose from; empty for whichever the system takes
 * @param port 1 to 65535, or 0 for whichever is free
 */
public record LocalEnd(List<InetAddress> addresses, int port) {

    public LocalEnd {
        addresses = List.copyOf(addresses);
    }

    /**
     * Reads what the user says.
     *
     * @param addressOrInterface an address of this machine or the name of an interface, or {@code null} for any
     * @throws StepException if this machine has no such thing
     */
    public static LocalEnd of(@Nullable String addressOrInterface, int port) throws StepException {
        if (addressOrInterface == null) {
            return new LocalEnd(List.of(), port);
        }
        byte[] octets = NetUtil.createByteArrayFromIpAddressString(addressOrInterface);
        try {
            if (octets != null) {
                return new LocalEnd(List.of(InetAddress.getByAddress(octets)), port);
            }
            NetworkInterface named = NetworkInterface.getByName(addressOrInterface);
            if (named == null) {
                throw new StepException(unknown(addressOrInterface));
            }
            return new LocalEnd(new ArrayList<>(Collections.list(named.getInetAddresses())), port);
        } catch (SocketException | UnknownHostException e) {
            throw new StepException(unknown(addressOrInterface), e);
        }
    }

    private static Failure unknown(String name) {
        String message = "--interface: " + name + " (expected: an address or one of " + Interfaces.names() + ")";
        return Failure.of(Phase.CONNECT, ExitCode.LOCAL_ADDRESS, "unknown_interface", message);
    }

    /** The end to use towards this address, or {@code null} to leave it to the system. */
    @Nullable
    InetSocketAddress towards(InetAddress remote) {
        boolean v4 = remote instanceof Inet4Address;
        for (InetAddress address : addresses) {
            if (address instanceof Inet4Address == v4) {
                return new InetSocketAddress(address, port);
            }
        }
        return port == 0 ? null : new InetSocketAddress(port);
    }
}
