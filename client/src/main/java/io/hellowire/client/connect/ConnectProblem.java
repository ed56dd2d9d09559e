package io.hellowire.client.connect;

import io.hellowire.client.step.Failure;
import io.netty.channel.ConnectTimeoutException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.util.Locale;

/**
 * Why an address could not be connected.
 *
 * @param kind one stable lower-case word for programs
 * @param words the same for people
 */
public record ConnectProblem(String kind, String words) {

    static final ConnectProblem NO_TIME = new ConnectProblem("timeout", "no answer in time");

    /** Reads what the system says. The order counts: a timeout, too, is a {@link ConnectException}. */
    static ConnectProblem of(Throwable thrown, InetSocketAddress to) {
        String said = String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT);
        if (thrown instanceof ConnectTimeoutException || said.contains("timed out")) {
            return new ConnectProblem(
                    "timeout", "no answer (a firewall drops the packets, or no machine has this address)");
        }
        if (thrown instanceof BindException || said.contains("cannot assign requested address")) {
            return local(said, to);
        }
        if (said.contains("refused")) {
            return new ConnectProblem("connection_refused", "connection refused (nothing listens on this port)");
        }
        if (said.contains("network is unreachable") || said.contains("network unreachable")) {
            return new ConnectProblem("network_unreachable", "network unreachable (no " + family(to) + " route here)");
        }
        if (thrown instanceof NoRouteToHostException || said.contains("host is unreachable")) {
            return new ConnectProblem("host_unreachable", "host unreachable (no machine answers for this address)");
        }
        if (said.contains("invalid argument") && isLinkLocal(to)) {
            return new ConnectProblem("zone_missing", "a link-local address needs its interface: write %eth0 after it");
        }
        if (said.contains("permission denied") || said.contains("not permitted")) {
            return new ConnectProblem(
                    "permission_denied", "not permitted on this machine (a firewall rule, or broadcast)");
        }
        if (thrown instanceof SocketException && said.contains("reset")) {
            return new ConnectProblem("connection_reset", "connection reset while connecting");
        }
        return new ConnectProblem("connect_failed", Failure.reason(thrown));
    }

    private static ConnectProblem local(String said, InetSocketAddress to) {
        if (to.getAddress() != null && to.getAddress().isAnyLocalAddress()) {
            return new ConnectProblem("not_an_address", "no machine has the address of all zeros");
        }
        return said.contains("in use")
                ? new ConnectProblem("local_port_in_use", "the local port is in use")
                : new ConnectProblem("local_address_unusable", "no " + family(to) + " address here to connect from");
    }

    private static boolean isLinkLocal(InetSocketAddress to) {
        return to.getAddress() != null && to.getAddress().isLinkLocalAddress();
    }

    private static String family(InetSocketAddress to) {
        return to.getAddress() instanceof Inet6Address ? "IPv6" : "IPv4";
    }
}
