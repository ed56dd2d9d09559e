package io.hellowire.client.connect;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.hellowire.client.step.Deadline;
import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.step.StepException;
import io.hellowire.wire.text.AddressText;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.concurrent.TimeoutException;

/**
 * The line that says who connects to whom, for a server behind a proxy: HAProxy's PROXY protocol, version 1. It is one
 * line, and so Netty's codec for both versions is not needed for it.
 */
public final class ProxyLine {

    private ProxyLine() {}

    /** Sends it, and returns it without its line end. */
    public static String send(Connection connection, Deadline deadline) throws StepException, InterruptedException {
        String line =
                of(connection.channel().localAddress(), connection.channel().remoteAddress());
        try {
            connection.send((line + "\r\n").getBytes(US_ASCII), deadline);
            return line;
        } catch (TimeoutException e) {
            Failure failure =
                    Failure.of(Phase.SEND, ExitCode.TIMED_OUT, "send_timeout", "the PROXY line: " + Failure.reason(e));
            throw new StepException(failure, e);
        }
    }

    /** What is not TCP has no addresses of the kind that it tells. */
    static String of(SocketAddress from, SocketAddress to) {
        if (!(from instanceof InetSocketAddress ours && to instanceof InetSocketAddress theirs)) {
            return "PROXY UNKNOWN";
        }
        String family = theirs.getAddress() instanceof Inet6Address ? "TCP6" : "TCP4";
        return String.join(
                " ",
                "PROXY",
                family,
                AddressText.of(ours.getAddress()),
                AddressText.of(theirs.getAddress()),
                String.valueOf(ours.getPort()),
                String.valueOf(theirs.getPort()));
    }
}
