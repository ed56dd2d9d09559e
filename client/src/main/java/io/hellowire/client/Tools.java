package io.hellowire.client;

import io.hellowire.client.connect.ConnectOptions;
import io.hellowire.client.connect.Connector;
import io.hellowire.client.cookie.CookieJar;
import io.hellowire.client.failure.Interruption;
import io.hellowire.client.failure.StepException;
import io.hellowire.client.resolve.DnsServers;
import io.hellowire.client.resolve.Lookup;
import io.hellowire.client.resolve.NameOptions.Source;
import io.hellowire.client.resolve.Names;
import io.hellowire.client.resolve.SystemLookup;
import io.hellowire.client.route.ProxyAddress;
import io.hellowire.client.route.Routes;
import io.hellowire.client.tls.Handshake;
import io.hellowire.client.tls.TlsContext;
import io.hellowire.client.url.Scheme;
import io.hellowire.client.url.Target;
import io.hellowire.wire.Transport;
import io.hellowire.wire.capture.Capture;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a fetch works with, prepared before its clock starts, so that what the clock shows is the network: event loop,
 * resolver, trusted roots and TLS. Many fetches may use the same, one after the other.
 */
public final class Tools implements AutoCloseable {

    private final FetchOptions options;
    private final Clock clock;
    private final EventLoopGroup group;
    private final Names names;
    private final Connector connector;
    private final @Nullable Capture capture;
    private final Supplier<Interruption> interruption;
    private final Connector rehearsalConnector;
    private @Nullable TlsContext tls;
    private @Nullable TlsContext proxyTls;

    private Tools(FetchOptions options, Clock clock, @Nullable Capture capture, Supplier<Interruption> interruption) {
        // One connection at a time gains nothing from a native transport, and would wait for it to load.
        Transport transport = Transport.NIO;
        this.options = options;
        this.clock = clock;
        this.capture = capture;
        this.interruption = interruption;
        this.group =
                new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("network", true), transport.ioHandlers());
        this.names = new Names(options.names(), lookup(transport));
        this.connector = new Connector(transport, group, options.connect(), capture);
        this.rehearsalConnector = new Connector(transport, group, ConnectOptions.defaults());
    }

    private Lookup lookup(Transport transport) {
        return options.names().source() == Source.SYSTEM
                ? new SystemLookup()
                : DnsServers.lookup(transport, group.next(), options.names().dnsServer());
    }

    /**
     * Prepares everything that fetching a target will need.
     *
     * @param capture takes what crosses the wire, {@code null} if nobody wants it; stays open
     * @param interruption who it is that interrupts the fetching thread, once somebody does
     * @throws StepException if an option asks for what cannot be had
     */
    public static Tools prepare(
            FetchOptions options,
            Target target,
            Clock clock,
            @Nullable Capture capture,
            Supplier<Interruption> interruption)
            throws StepException {
        Tools tools = new Tools(options, clock, capture, interruption);
        try {
            Fetch.request(options, target, new CookieJar(clock)); // to have its classes loaded
            Rehearsal.of(tools.rehearsalConnector, clock);
            tools.rehearseTls(target);
            return tools;
        } catch (StepException e) {
            tools.close();
            throw e;
        }
    }

    private void rehearseTls(Target target) throws StepException {
        ProxyAddress proxy = routes().to(target).proxy();
        if (proxy != null && proxy.kind() == ProxyAddress.Kind.HTTPS) {
            proxyTls().rehearse();
        }
        if (target.scheme() == Scheme.HTTPS) {
            tls().rehearse();
        } else if (options.overall().mostRedirects() != null) {
            rehearseTlsInCase();
        }
    }

    /** Many a redirect leads from http to https; what is wrong with our TLS matters only if this one does. */
    private void rehearseTlsInCase() {
        try {
            tls().rehearse();
        } catch (StepException e) {
            return; // it is said once TLS is needed
        }
    }

    Clock clock() {
        return clock;
    }

    /** Who interrupts the fetching thread. */
    Interruption interruption() {
        return interruption.get();
    }

    Routes routes() {
        return new Routes(options.route());
    }

    Names names() {
        return names;
    }

    Connector connector() {
        return connector;
    }

    Handshake handshake() throws StepException {
        return new Handshake(tls());
    }

    Handshake proxyHandshake() throws StepException {
        return new Handshake(proxyTls());
    }

    @Nullable
    String tlsLibrary() {
        TlsContext used = tls == null ? proxyTls : tls;
        return used == null ? null : used.libraryName();
    }

    private TlsContext proxyTls() throws StepException {
        if (proxyTls == null) {
            proxyTls = TlsContext.prepare(options.tls().towardsProxy(), clock, capture);
        }
        return proxyTls;
    }

    private TlsContext tls() throws StepException {
        if (tls == null) {
            tls = TlsContext.prepare(options.tls(), clock, capture);
        }
        return tls;
    }

    /** Stops the event loop, without the two seconds of quiet that Netty likes. */
    @Override
    public void close() {
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(1, TimeUnit.SECONDS);
        if (tls != null) {
            tls.close();
        }
        if (proxyTls != null) {
            proxyTls.close();
        }
    }
}
