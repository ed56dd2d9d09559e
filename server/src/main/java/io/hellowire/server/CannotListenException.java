package io.hellowire.server;

import io.hellowire.server.connection.Port;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Path;

/** A port that we cannot listen on, and what to do about it. */
final class CannotListenException extends IOException {

    private static final long serialVersionUID = 1;

    CannotListenException(Port port, SocketAddress address, Throwable cause) {
        super(message(port, address, String.valueOf(cause.getMessage())), cause);
    }

    CannotListenException(Path unixSocket, String why) {
        super(message(unixSocket, why));
    }

    private static String message(Object unixSocket, String why) {
        return unixSocket + ": " + why + " (expected: the path of a new socket, in a folder that may be written to)";
    }

    /** Java and each native transport have words of their own around the system's. */
    private static String message(Port port, SocketAddress address, String why) {
        if (!(address instanceof InetSocketAddress at)) {
            return message(address, why);
        }
        String name = port.scheme() + " port " + at.getPort();
        if (why.contains("ddress already in use")) {
            return name + ": taken by another program (expected: a free port, such as --" + port.scheme()
                    + "-port=0 finds)";
        }
        if (why.contains("ermission denied")) {
            return name + ": permission denied (expected: a port over 1023, or the right to use this one)";
        }
        if (why.contains("assign requested address")) {
            return "--host: " + at.getHostString() + " is not here (expected: an address of this machine)";
        }
        return name + " of " + at.getHostString() + ": " + why + " (expected: an address and a port to listen on)";
    }
}
