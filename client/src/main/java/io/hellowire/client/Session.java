package io.hellowire.client;

import io.hellowire.capture.Capture;
import io.hellowire.client.connect.Connector;
import io.hellowire.client.connect.ProxyAddress;
import io.hellowire.client.connect.Route;
import io.hellowire.client.resolve.Names;
import io.hellowire.client.step.Interruption;
import io.hellowire.client.step.StepException;
import io.hellowire.client.tls.Handshake;
import io.hellowire.client.tls.TlsContext;
import io.hellowire.client.tls.TlsFacts;
import io.hellowire.client.url.Scheme;
import io.hellowire.client.url.Target;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a fetch works with, prepared before its clock starts, so that what the clock shows is the network: event loop,
 * resolver and, for https, trusted roots and TLS; a redirect to https has them prepared when it comes. Many fetches may
 * use the same, one after the other.
 */
public final class Session implements AutoCloseable {

    private final FetchOptions options;
    private final Clock clock;
    private final NetworkThread network = new NetworkThread();
    private final Names names;
    private final Connector connector;
    private final @Nullable Capture capture;
    private final Supplier<Interruption> interruption;
    private @Nullable TlsContext tls;
    private @Nullable TlsContext proxyTls;

    private Session(FetchOptions options, Clock clock, @Nullable Capture capture, Supplier<Interruption> interruption) {
        this.options = options;
        this.clock = clock;
        this.capture = capture;
        this.interruption = interruption;
        this.names = Names.of(options.names(), NetworkThread.TRANSPORT, network.loop());
        this.connector = network.connector(options.connect(), capture);
    }

    /**
     * Prepares everything that fetching a target will need.
     *
     * @param capture takes what crosses the wire, {@code null} if nobody wants it; stays open
     * @param interruption who it is that interrupts the fetching thread, once somebody does
     * @throws StepException if an option asks for what cannot be had
     */
    public static Session prepare(
            FetchOptions options,
            Target target,
            Clock clock,
            @Nullable Capture capture,
            Supplier<Interruption> interruption)
            throws StepException {
        Session session = new Session(options, clock, capture, interruption);
        try {
            session.prepareFor(target);
            return session;
        } catch (StepException e) {
            session.close();
            throw e;
        }
    }

    /** One that will be prepared by what it does, to prepare others. */
    static Session unprepared(FetchOptions options, Clock clock) {
        return new Session(options, clock, null, () -> Interruption.KEYBOARD);
    }

    private void prepareFor(Target target) throws StepException {
        ProxyAddress proxy = routeTo(target).proxy();
        if (proxy != null && proxy.kind() == ProxyAddress.Kind.HTTPS) {
            proxyTls();
        }
        if (target.scheme() == Scheme.HTTPS) {
            tls();
        }
        WarmUp.plain(clock);
    }

    Clock clock() {
        return clock;
    }

    /** Who interrupts the fetching thread. */
    Interruption interruption() {
        return interruption.get();
    }

    Route routeTo(Target target) throws StepException {
        return Route.to(target, options.route());
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

    /**
     * Turns to the other TLS library, if that may do better; another connection is needed then.
     *
     * @param refused how it went with the first
     */
    boolean turnsToOtherLibrary(TlsFacts refused) throws StepException {
        if (tls == null || !tls.leavesAnotherTry(refused)) {
            return false;
        }
        tls.close();
        tls = TlsContext.prepareInstead(options.tls(), clock, capture);
        WarmUp.encrypted(tls.options(), clock);
        return true;
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
            WarmUp.encrypted(options.tls(), clock);
            proxyTls = TlsContext.prepare(options.tls().towardsProxy(), clock, capture);
        }
        return proxyTls;
    }

    private TlsContext tls() throws StepException {
        if (tls == null) {
            WarmUp.encrypted(options.tls(), clock);
            tls = TlsContext.prepare(options.tls(), clock, capture);
        }
        return tls;
    }

    @Override
    public void close() {
        network.close();
        if (tls != null) {
            tls.close();
        }
        if (proxyTls != null) {
            proxyTls.close();
        }
    }
}
