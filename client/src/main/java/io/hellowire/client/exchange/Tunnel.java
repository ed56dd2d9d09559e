package io.hellowire.client.exchange;

import io.hellowire.client.connect.Connection;
import io.hellowire.client.connect.ProxyAddress;
import io.hellowire.client.step.Deadline;
import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.step.Span;
import io.hellowire.client.url.Host;
import io.hellowire.client.url.Target;
import io.hellowire.wire.tls.TlsAlert;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a proxy was asked for a connection to the target, and what it said.
 *
 * @param asked what was sent, line by line, as it may be shown
 * @param answered what came back, line by line, safe to print
 * @param span when
 * @param failure why there is no tunnel, or {@code null} if there is one
 * @param alert the alert with which a proxy in TLS ended it, or {@code null}
 */
public record Tunnel(
        List<String> asked,
        List<String> answered,
        Span span,
        @Nullable Failure failure,
        @Nullable TlsAlert alert) {

    public Tunnel {
        asked = List.copyOf(asked);
        answered = List.copyOf(answered);
    }

    /** Asks an HTTP proxy for a tunnel to the target. */
    public static Tunnel throughHttp(
            ProxyAddress proxy, String userAgent, Connection connection, Target target, Deadline deadline)
            throws InterruptedException {
        return new HttpTunnel(proxy, userAgent).open(connection, target, deadline);
    }

    /** Asks a SOCKS proxy for a tunnel to an address. */
    public static Tunnel throughSocks(
            ProxyAddress proxy, Connection connection, InetAddress address, int port, Deadline deadline)
            throws InterruptedException {
        return new SocksTunnel(proxy).open(connection, address, port, deadline);
    }

    /** Asks a SOCKS proxy for a tunnel to a host whose name it looks up. */
    public static Tunnel throughSocks(ProxyAddress proxy, Connection connection, Host host, int port, Deadline deadline)
            throws InterruptedException {
        String name = host instanceof Host.Name named ? named.withoutDot() : host.typed();
        return new SocksTunnel(proxy).open(connection, name, port, deadline);
    }

    /** What is wrong when the proxy takes the connection and says nothing. */
    static Failure noAnswer(Deadline deadline) {
        String message = "no answer from the proxy within " + deadline.limit().toMillis() + " ms";
        return Failure.of(Phase.PROXY, ExitCode.TIMED_OUT, "proxy_timeout", message)
                .hint("is it this kind of proxy? -x also takes http://HOST, https://HOST and socks5://HOST");
    }
}
