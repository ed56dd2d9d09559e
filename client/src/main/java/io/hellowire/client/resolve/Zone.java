package io.hellowire.client.resolve;

import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.step.StepException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;

/** Gives a link-local IPv6 address the interface it is reached through. */
final class Zone {

    private Zone() {}

    /** @param zone an interface's name or number on this machine */
    static InetAddress in(InetAddress address, String zone) throws StepException {
        try {
            if (zone.matches("[0-9]{1,9}")) {
                return Inet6Address.getByAddress(null, address.getAddress(), Integer.parseInt(zone));
            }
            NetworkInterface named = NetworkInterface.getByName(zone);
            if (named == null) {
                throw new StepException(unknown(zone));
            }
            return on(named, address);
        } catch (SocketException | UnknownHostException e) {
            throw new StepException(unknown(zone), e);
        }
    }

    /** By its number if it has no address of this kind itself, since Java then does not take its name. */
    private static InetAddress on(NetworkInterface named, InetAddress address) throws UnknownHostException {
        try {
            return Inet6Address.getByAddress(null, address.getAddress(), named);
        } catch (UnknownHostException e) {
            return Inet6Address.getByAddress(null, address.getAddress(), named.getIndex());
        }
    }

    private static Failure unknown(String zone) {
        String message = "zone: " + zone + " (expected: one of " + Interfaces.names() + ")";
        return Failure.of(Phase.DNS, ExitCode.LOCAL_ADDRESS, "unknown_zone", message);
    }
}
