package io.hellowire.client.resolve;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.stream.Collectors;

/** The network interfaces of this machine, for advice. */
public final class Interfaces {

    private Interfaces() {}

    /** Their names, {@code eth0, lo}. */
    public static String names() {
        try {
            return NetworkInterface.networkInterfaces()
                    .map(NetworkInterface::getName)
                    .collect(Collectors.joining(", "));
        } catch (SocketException e) {
            return "none that can be listed";
        }
    }
}
