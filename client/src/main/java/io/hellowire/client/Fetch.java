package io.hellowire.client;

import io.hellowire.client.FetchOptions.StopAfter;
import io.hellowire.client.connect.Connection;
import io.hellowire.client.connect.ProxyAddress;
import io.hellowire.client.connect.Route;
import io.hellowire.client.connect.Sending;
import io.hellowire.client.exchange.BodySink;
import io.hellowire.client.exchange.ContentSample;
import io.hellowire.client.exchange.CookieJar;
import io.hellowire.client.exchange.HeaderChange;
import io.hellowire.client.exchange.HttpTunnel;
import io.hellowire.client.exchange.Inflow;
import io.hellowire.client.exchange.Request;
import io.hellowire.client.exchange.RequestWriter;
import io.hellowire.client.exchange.RequestWriter.TargetForm;
import io.hellowire.client.exchange.Response;
import io.hellowire.client.exchange.ResponseReader;
import io.hellowire.client.exchange.ResponseReader.Security;
import io.hellowire.client.exchange.SocksTunnel;
import io.hellowire.client.step.Deadline;
import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.step.StepException;
import io.hellowire.client.step.Timeline;
import io.hellowire.client.url.Credentials;
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
    private final Session session;
    private final CookieJar cookies;
    private final @Nullable BodySink sink;
    private final List<HeaderChange> more;
    private final List<Transfer> transfers = new ArrayList<>();

    /**
     * One fetch, to be run once.
     *
     * @param session what was prepared beforehand
     * @param cookies what is sent as cookies, and where new ones are kept
     * @param sink where the content goes, or {@code null} to keep no more than a sample
     * @param more header fields of this fetch, such as Range
     */
    public Fetch(
            FetchOptions options,
            Session session,
            CookieJar cookies,
            @Nullable BodySink sink,
            List<HeaderChange> more) {
        this.options = options;
        this.session = session;
        this.cookies = cookies;
        this.sink = sink;
        this.more = List.copyOf(more);
    }

    /** The first request that a fetch would send, without sending it. */
    public static Request request(FetchOptions options, Target target, CookieJar cookies) {
        TransferRequest leg = TransferRequest.first(target, options.request());
        String cookie = cookies.valueFor(target, true);
        List<HeaderChange> fields = cookie == null ? List.of() : List.of(new HeaderChange("Cookie", cookie));
        return new RequestWriter(leg.request(), target, options.overall().userAgent()).write(TargetForm.ORIGIN, fields);
    }

    /** Fetches it, and whatever it redirects to if that is to be followed. */
    public FetchReport run(Target first) {
        Timeline timeline = Timeline.start(session.clock());
        Deadline deadline = timeline.deadline(options.overall().maxTime());
        Failure failure = null;
        try {
            TransferRequest leg = TransferRequest.first(first, options.request());
            while (leg != null) {
                leg = travel(leg, timeline, deadline);
            }
        } catch (StepException e) {
            failure = e.failure();
        }
        return new FetchReport(first.url(), timeline.startedAt(), transfers, session.tlsLibrary(), failure);
    }

    /** Fetches one URL; what is returned is where to go from there, if anywhere. */
    private @Nullable TransferRequest travel(TransferRequest leg, Timeline timeline, Deadline deadline)
            throws StepException {
        TransferRecorder transfer = new TransferRecorder(leg.target(), timeline);
        try {
            walk(leg, transfer, deadline);
        } catch (StepException e) {
            transfers.add(transfer.finish(e.failure()));
            throw e;
        } catch (InterruptedException e) {
            Failure interrupted = session.interruption().failure();
            transfers.add(transfer.finish(interrupted));
            throw new StepException(interrupted, e);
        }
        transfers.add(transfer.finish(null));
        return leg.next(transfer.head(), options.overall().mostRedirects());
    }

    private void walk(TransferRequest leg, TransferRecorder transfer, Deadline deadline)
            throws StepException, InterruptedException {
        Target target = leg.target();
        Deadline ofConnecting = Deadline.in(options.connect().timeout());
        Deadline connected = ofConnecting.orEarlier(deadline);
        Route route = transfer.keep(session.routes().to(target));
        List<InetAddress> addresses = addresses(route, transfer, connected);
        try (Connection connection = transfer.keep(
                session.connector().connect(addresses, route.port(), transfer.timeline(), ofConnecting, deadline))) {
            if (route.proxy() != null) {
                passProxy(route.proxy(), target, connection, transfer, connected);
            }
            if (target.scheme() == Scheme.HTTPS && options.overall().stopAfter() != StopAfter.CONNECT) {
                transfer.keep(session.handshake().with(target.host(), connection, connected));
            }
            if (options.overall().stopAfter() == StopAfter.RESPONSE) {
                exchange(leg, route.proxy(), connection, transfer, deadline);
            }
        }
    }

    private List<InetAddress> addresses(Route route, TransferRecorder transfer, Deadline deadline)
            throws StepException, InterruptedException {
        if (options.connect().unixSocket() != null) {
            return List.of();
        }
        try {
            return transfer.keep(session.names().addressesOf(route.host(), route.port(), transfer.timeline(), deadline))
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

    private void passProxy(
            ProxyAddress proxy, Target target, Connection connection, TransferRecorder transfer, Deadline deadline)
            throws StepException, InterruptedException {
        switch (proxy.kind()) {
            case HTTPS -> transfer.keepOfProxy(session.proxyHandshake().with(proxy.host(), connection, deadline));
            case SOCKS5_WITH_NAMES ->
                transfer.keep(
                        new SocksTunnel(proxy).open(connection, bareName(target.host()), target.port(), deadline));
            case SOCKS5 -> {
                InetAddress address = session.names()
                        .addressesOf(target.host(), target.port(), transfer.timeline(), deadline)
                        .firstOrRefuse();
                transfer.keep(new SocksTunnel(proxy).open(connection, address, target.port(), deadline));
            }
            case HTTP -> {
                // it is spoken to right away
            }
        }
        if (proxy.isHttp() && target.scheme() == Scheme.HTTPS) {
            transfer.keep(new HttpTunnel(proxy, options.overall().userAgent()).open(connection, target, deadline));
        }
    }

    private static String bareName(Host host) {
        return host instanceof Host.Name name ? name.withoutDot() : host.typed();
    }

    private void exchange(
            TransferRequest leg,
            @Nullable ProxyAddress proxy,
            Connection connection,
            TransferRecorder transfer,
            Deadline deadline)
            throws StepException, InterruptedException {
        Target target = leg.target();
        boolean absolute = proxy != null && proxy.isHttp() && target.scheme() == Scheme.HTTP;
        Request request = transfer.keep(new RequestWriter(
                        leg.request(), target, options.overall().userAgent())
                .write(absolute ? TargetForm.ABSOLUTE : TargetForm.ORIGIN, fields(leg, absolute ? proxy : null)));
        Sending sending = transfer.keep(send(request, connection, deadline));

        ContentSample sample = new ContentSample(options.response().sampleBytes());
        try (Inflow inflow = new Inflow(connection, options.response().sampleBytes())) {
            ResponseReader reader =
                    new ResponseReader(options.response(), request.method(), security(target, proxy), inflow, deadline);
            Response response =
                    read(reader, sink == null ? sample : new UnlessFollowed(sink, sample, options), transfer);
            if (inflow.isSilent()) {
                refuseUnsent(sending, deadline);
            }
            receiveCookies(target, response.head());
            transfer.keep(inflow.alert());
            transfer.keep(response, options.response().decoded() ? sample.bytes() : null);
        }
    }

    private static Security security(Target target, @Nullable ProxyAddress proxy) {
        boolean proxyInTls = proxy != null && proxy.kind() == ProxyAddress.Kind.HTTPS;
        return proxyInTls || target.scheme() == Scheme.HTTPS ? Security.TLS : Security.PLAIN;
    }

    private static Response read(ResponseReader reader, BodySink sink, TransferRecorder transfer)
            throws InterruptedException {
        try {
            return reader.read(sink);
        } catch (InterruptedException e) {
            transfer.keepUnfinished(reader.soFar());
            throw e;
        }
    }

    private List<HeaderChange> fields(TransferRequest leg, @Nullable ProxyAddress proxy) {
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
