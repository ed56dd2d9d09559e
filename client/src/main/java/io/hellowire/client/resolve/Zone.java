package io.hellowire.client.resolve;

import io.hellowire.client.failure.ExitCode;
import io.hellowire.client.failure.Failure;
import io.hellowire.client.failure.Phase;
import io.hellowire.client.failure.StepException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Collectors;

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
            return Inet6Address.getByAddress(null, address.getAddress(), named);
        } catch (SocketException | UnknownHostException e) {
            throw new StepException(unknown(zone), e);
        }
    }

    private static Failure unknown(String zone) {
        String message = "zone: " + zone + " (expected: an interface with IPv6, of " + names() + ")";
        return Failure.of(Phase.DNS, ExitCode.LOCAL_ADDRESS, "unknown_zone", message);
    }

    /** The interfaces of this machine, for advice. */
    static String names() {
        try {
            List<NetworkInterface> all = NetworkInterface.networkInterfaces().toList();
            return all.stream().map(NetworkInterface::getName).collect(Collectors.joining(", "));
        } catch (SocketException e) {
            return "none that can be listed";
        }
    }
}
