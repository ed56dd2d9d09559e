package io.hellowire.server;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the server listens; at least one of the ports or the socket.
 *
 * @param hosts names or addresses of this machine to listen on; empty for all, IPv4 and IPv6
 * @param httpPort for plain HTTP, 0 to let the system choose, {@code null} for none
 * @param httpsPort for HTTPS, 0 to let the system choose, {@code null} for none
 * @param unixSocket the path of a Unix domain socket for plain HTTP, {@code null} for none
 * @param backlog how many connections may wait to be accepted, on each
 */
public record Listeners(
        List<String> hosts,
        @Nullable Integer httpPort,
        @Nullable Integer httpsPort,
        @Nullable Path unixSocket,
        int backlog) {

    /** Everywhere, on the ports 8080 and 8443. */
    public static final Listeners DEFAULT = new Listeners(List.of(), 8080, 8443, null, 1024);

    public Listeners {
        hosts = List.copyOf(hosts);
        requirePort("HTTP port", httpPort);
        requirePort("HTTPS port", httpsPort);
        if (httpPort == null && httpsPort == null && unixSocket == null) {
            throw new IllegalArgumentException("listeners: none (expected: HTTP, HTTPS or a Unix socket)");
        }
        if (httpPort != null && httpPort > 0 && httpPort.equals(httpsPort)) {
            throw new IllegalArgumentException("HTTPS port: " + httpsPort + " (expected: another one than for HTTP)");
        }
        if (backlog <= 0) {
            throw new IllegalArgumentException("backlog: " + backlog + " (expected: more than zero)");
        }
    }

    private static void requirePort(String what, @Nullable Integer port) {
        if (port != null && (port < 0 || port > 65_535)) {
            throw new IllegalArgumentException(what + ": " + port + " (expected: 0 to 65535)");
        }
    }
}
