package io.hellowire.client;

import io.hellowire.client.FetchOptions.StopAfter;
import io.hellowire.client.clock.Deadline;
import io.hellowire.client.clock.Timeline;
import io.hellowire.client.connect.Connection;
import io.hellowire.client.connect.Sending;
import io.hellowire.client.cookie.CookieJar;
import io.hellowire.client.exchange.BodySink;
import io.hellowire.client.exchange.ContentSample;
import io.hellowire.client.exchange.Credentials;
import io.hellowire.client.exchange.HeaderChange;
import io.hellowire.client.exchange.Inflow;
import io.hellowire.client.exchange.Request;
import io.hellowire.client.exchange.RequestWriter;
import io.hellowire.client.exchange.RequestWriter.TargetForm;
import io.hellowire.client.exchange.Response;
import io.hellowire.client.exchange.ResponseReader;
import io.hellowire.client.exchange.ResponseReader.Security;
import io.hellowire.client.failure.ExitCode;
import io.hellowire.client.failure.Failure;
import io.hellowire.client.failure.Phase;
import io.hellowire.client.failure.StepException;
import io.hellowire.client.route.HttpTunnel;
import io.hellowire.client.route.ProxyAddress;
import io.hellowire.client.route.Route;
import io.hellowire.client.route.SocksTunnel;
import io.hellowire.client.url.Host;
import io.hellowire.client.url.Scheme;
import io.hellowire.client.url.Target;
import io.hellowire.wire.ResponseHead;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a URL: the one place where the order of the steps is decided. Each step leaves its facts and its time in the
 * report before it may end the fetch.
 */
public final class Fetch {

    private final FetchOptions options;
    private final Tools tools;
    private final CookieJar cookies;
    private final @Nullable BodySink sink;
    private final List<HeaderChange> more;
    private final List<Hop> hops = new ArrayList<>();

    /**
     * One fetch, to be run once.
     *
     * @param tools what was prepared beforehand
     * @param cookies what is sent as cookies, and where new ones are kept
     * @param sink where the content goes, or {@code null} to keep no more than a sample
     * @param more header fields of this fetch, such as Range
     */
    public Fetch(
            FetchOptions options, Tools tools, CookieJar cookies, @Nullable BodySink sink, List<HeaderChange> more) {
        this.options = options;
        this.tools = tools;
        this.cookies = cookies;
        this.sink = sink;
        this.more = List.copyOf(more);
    }

    /** The first request that a fetch would send, without sending it. */
    public static Request request(FetchOptions options, Target target, CookieJar cookies) {
        Leg leg = Leg.first(target, options.request());
        String cookie = cookies.valueFor(target, true);
        List<HeaderChange> fields = cookie == null ? List.of() : List.of(new HeaderChange("Cookie", cookie));
        return new RequestWriter(leg.request(), target, options.overall().userAgent()).write(TargetForm.ORIGIN, fields);
    }

    /** Fetches it, and whatever it redirects to if that is to be followed. */
    public FetchReport run(Target first) {
        Timeline timeline = Timeline.start(tools.clock());
        Deadline deadline = timeline.deadline(options.overall().maxTime());
        Failure failure = null;
        try {
            Leg leg = Leg.first(first, options.request());
            while (leg != null) {
                leg = travel(leg, timeline, deadline);
            }
        } catch (StepException e) {
            failure = e.failure();
        }
        return new FetchReport(first.url(), timeline.startedAt(), hops, tools.tlsLibrary(), failure);
    }

    /** Fetches one URL; what is returned is where to go from there, if anywhere. */
    private @Nullable Leg travel(Leg leg, Timeline timeline, Deadline deadline) throws StepException {
        HopDraft hop = new HopDraft(leg.target(), timeline);
        try {
            walk(leg, hop, deadline);
        } catch (StepException e) {
            hops.add(hop.finish(e.failure()));
            throw e;
        } catch (InterruptedException e) {
            Failure interrupted = tools.interruption().failure();
            hops.add(hop.finish(interrupted));
            throw new StepException(interrupted, e);
        }
        hops.add(hop.finish(null));
        return leg.next(hop.head(), options.overall().mostRedirects());
    }

    private void walk(Leg leg, HopDraft hop, Deadline deadline) throws StepException, InterruptedException {
        Target target = leg.target();
        Deadline ofConnecting = Deadline.in(options.connect().timeout());
        Deadline connected = ofConnecting.orEarlier(deadline);
        Route route = hop.keep(tools.routes().to(target));
        List<InetAddress> addresses = addresses(route, hop, connected);
        try (Connection connection =
                hop.keep(tools.connector().connect(addresses, route.port(), hop.timeline(), ofConnecting, deadline))) {
            if (route.proxy() != null) {
                passProxy(route.proxy(), target, connection, hop, connected);
            }
            if (target.scheme() == Scheme.HTTPS && options.overall().stopAfter() != StopAfter.CONNECT) {
                hop.keep(tools.handshake().with(target.host(), connection, connected));
            }
            if (options.overall().stopAfter() == StopAfter.RESPONSE) {
                exchange(leg, route.proxy(), connection, hop, deadline);
            }
        }
    }

    private List<InetAddress> addresses(Route route, HopDraft hop, Deadline deadline)
            throws StepException, InterruptedException {
        if (options.connect().unixSocket() != null) {
            return List.of();
        }
        try {
            return hop.keep(tools.names().addressesOf(route.host(), route.port(), hop.timeline(), deadline))
                    .addresses();
        } catch (StepException e) {
            throw route.proxy() == null ? e : ofProxyName(e);
        }
    }

    private static StepException ofProxyName(StepException e) {
        return e.failure().exitCode() != ExitCode.HOST_NOT_RESOLVED
                ? e
                : new StepException(e.failure().of(Phase.DNS, ExitCode.PROXY_NOT_RESOLVED, "the proxy "));
    }

    private void passProxy(ProxyAddress proxy, Target target, Connection connection, HopDraft hop, Deadline deadline)
            throws StepException, InterruptedException {
        switch (proxy.kind()) {
            case HTTPS -> hop.keepOfProxy(tools.proxyHandshake().with(proxy.host(), connection, deadline));
            case SOCKS5_WITH_NAMES ->
                hop.keep(new SocksTunnel(proxy).open(connection, bareName(target.host()), target.port(), deadline));
            case SOCKS5 -> {
                InetAddress address = tools.names()
                        .addressesOf(target.host(), target.port(), hop.timeline(), deadline)
                        .firstOrRefuse();
                hop.keep(new SocksTunnel(proxy).open(connection, address, target.port(), deadline));
            }
            case HTTP -> {
                // it is spoken to right away
            }
        }
        if (proxy.isHttp() && target.scheme() == Scheme.HTTPS) {
            hop.keep(new HttpTunnel(proxy, options.overall().userAgent()).open(connection, target, deadline));
        }
    }

    private static String bareName(Host host) {
        return host instanceof Host.Name name ? name.withoutDot() : host.typed();
    }

    private void exchange(Leg leg, @Nullable ProxyAddress proxy, Connection connection, HopDraft hop, Deadline deadline)
            throws StepException, InterruptedException {
        Target target = leg.target();
        boolean absolute = proxy != null && proxy.isHttp() && target.scheme() == Scheme.HTTP;
        Request request = hop.keep(new RequestWriter(
                        leg.request(), target, options.overall().userAgent())
                .write(absolute ? TargetForm.ABSOLUTE : TargetForm.ORIGIN, fields(leg, absolute ? proxy : null)));
        Sending sending = hop.keep(send(request, connection, deadline));

        ContentSample sample = new ContentSample(options.response().sampleBytes());
        try (Inflow inflow = new Inflow(connection, options.response().sampleBytes())) {
            ResponseReader reader =
                    new ResponseReader(options.response(), request.method(), security(target, proxy), inflow, deadline);
            Response response = read(reader, sink == null ? sample : new UnlessFollowed(sink, sample, options), hop);
            if (inflow.isSilent()) {
                refuseUnsent(sending, deadline);
            }
            receiveCookies(target, response.head());
            hop.keep(inflow.alert());
            hop.keep(response, options.response().decoded() ? sample.bytes() : null);
        }
    }

    private static Security security(Target target, @Nullable ProxyAddress proxy) {
        boolean proxyInTls = proxy != null && proxy.kind() == ProxyAddress.Kind.HTTPS;
        return proxyInTls || target.scheme() == Scheme.HTTPS ? Security.TLS : Security.PLAIN;
    }

    private static Response read(ResponseReader reader, BodySink sink, HopDraft hop) throws InterruptedException {
        try {
            return reader.read(sink);
        } catch (InterruptedException e) {
            hop.keepUnfinished(reader.soFar());
            throw e;
        }
    }

    private List<HeaderChange> fields(Leg leg, @Nullable ProxyAddress proxy) {
        List<HeaderChange> fields = new ArrayList<>(more);
        String cookie = cookies.valueFor(leg.target(), leg.isOfFirstOrigin());
        if (cookie != null) {
            fields.add(new HeaderChange("Cookie", cookie));
        }
        Credentials credentials = proxy == null ? null : proxy.credentials();
        if (credentials != null) {
            fields.add(new HeaderChange("Proxy-Authorization", credentials.basic()));
        }
        return fields;
    }

    private static Sending send(Request request, Connection connection, Deadline deadline)
            throws InterruptedException, StepException {
        try {
            return connection.send(request.bytes(), request.file(), deadline);
        } catch (TimeoutException e) {
            throw new StepException(
                    Failure.of(Phase.SEND, ExitCode.TIMED_OUT, "send_timeout", String.valueOf(e.getMessage())), e);
        }
    }

    /** Only where the server gave no reason of its own, in a response or an alert, is this the reason. */
    private static void refuseUnsent(Sending sending, Deadline deadline) throws InterruptedException, StepException {
        Throwable problem = sending.problem(deadline);
        if (problem != null) {
            throw new StepException(
                    Failure.of(Phase.SEND, ExitCode.NOT_SENT, "not_sent", "not sent: " + problem.getMessage()),
                    problem);
        }
    }

    private void receiveCookies(Target target, @Nullable ResponseHead head) {
        if (head != null) {
            cookies.receive(target, head.all("Set-Cookie"));
        }
    }
}
