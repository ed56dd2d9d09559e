package io.hellowire.client;

import io.hellowire.client.connect.Connection;
import io.hellowire.client.connect.ProxyAddress;
import io.hellowire.client.connect.ProxyAddress.Kind;
import io.hellowire.client.exchange.Tunnel;
import io.hellowire.client.resolve.Resolution;
import io.hellowire.client.step.Deadline;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.step.StepException;
import io.hellowire.client.tls.TlsFacts;
import io.hellowire.client.url.Scheme;
import io.hellowire.client.url.Target;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** What a proxy wants before it lets us through: TLS with it, and a request for a tunnel. */
final class ProxySetup {

    private final ProxyAddress proxy;
    private final FetchOptions options;
    private final Session session;

    ProxySetup(ProxyAddress proxy, FetchOptions options, Session session) {
        this.proxy = proxy;
        this.options = options;
        this.session = session;
    }

    /**
     * Makes an open connection to the proxy one to the target, as far as that is the proxy's business.
     *
     * @return why it cannot, or {@code null} if it can
     */
    @Nullable
    Failure pass(Target target, Connection connection, TransferRecorder record, Deadline deadline)
            throws StepException, InterruptedException {
        if (proxy.kind() == Kind.HTTPS) {
            TlsFacts tls = session.proxyHandshake().with(proxy.host(), connection, deadline);
            record.keepOfProxy(tls);
            Failure failure = tls.failure();
            if (failure != null) {
                return failure.of(Phase.PROXY, failure.exitCode(), "TLS to the proxy: ");
            }
        }
        return switch (proxy.kind()) {
            case SOCKS5_WITH_NAMES ->
                opened(Tunnel.throughSocks(proxy, connection, target.host(), target.port(), deadline), record);
            case SOCKS5 -> passWithAddress(target, connection, record, deadline);
            case HTTP, HTTPS ->
                target.scheme() == Scheme.HTTP
                        ? null // it is spoken to right away
                        : opened(
                                Tunnel.throughHttp(proxy, options.overall().userAgent(), connection, target, deadline),
                                record);
        };
    }

    private @Nullable Failure passWithAddress(
            Target target, Connection connection, TransferRecorder record, Deadline deadline)
            throws InterruptedException {
        Resolution found = session.names().addressesOf(target.host(), target.port(), record.timeline(), deadline);
        if (found.failure() != null) {
            return found.failure();
        }
        InetAddress address = found.addresses().get(0);
        return opened(Tunnel.throughSocks(proxy, connection, address, target.port(), deadline), record);
    }

    private static @Nullable Failure opened(Tunnel tunnel, TransferRecorder record) {
        record.keep(tunnel);
        return tunnel.failure();
    }
}
