package io.hellowire.client;

import io.hellowire.client.FetchOptions.StopAfter;
import io.hellowire.client.connect.Connecting;
import io.hellowire.client.connect.Connection;
import io.hellowire.client.connect.ProxyAddress;
import io.hellowire.client.connect.ProxyLine;
import io.hellowire.client.connect.Route;
import io.hellowire.client.exchange.CookieJar;
import io.hellowire.client.exchange.HeaderChange;
import io.hellowire.client.exchange.Request;
import io.hellowire.client.exchange.Request.TargetForm;
import io.hellowire.client.exchange.Response;
import io.hellowire.client.resolve.Resolution;
import io.hellowire.client.step.Deadline;
import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.step.StepException;
import io.hellowire.client.step.Timeline;
import io.hellowire.client.tls.TlsFacts;
import io.hellowire.client.url.Scheme;
import io.hellowire.client.url.Target;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a URL: the one place where the order of the steps is decided. Each step leaves its facts and its time in the
 * report before it may end the fetch.
 */
public final class Fetch {

    private final FetchOptions options;
    private final Session session;
    private final CookieJar cookies;
    private final Destination destination;
    private final List<Transfer> transfers = new ArrayList<>();

    /**
     * One fetch, to be run once.
     *
     * @param session what was prepared beforehand
     * @param cookies what is sent as cookies, and where new ones are kept
     */
    public Fetch(FetchOptions options, Session session, CookieJar cookies, Destination destination) {
        this.options = options;
        this.session = session;
        this.cookies = cookies;
        this.destination = destination;
    }

    /** The first request that a fetch would send, without sending it. */
    public static Request request(FetchOptions options, Target target, CookieJar cookies) {
        TransferRequest first = TransferRequest.first(target, options.request());
        String cookie = cookies.valueFor(target, true);
        List<HeaderChange> fields = cookie == null ? List.of() : List.of(new HeaderChange("Cookie", cookie));
        return Request.of(first.request(), target, options.overall().userAgent(), TargetForm.ORIGIN, fields);
    }

    /** Fetches it, and whatever it redirects to if that is to be followed. */
    public FetchReport run(Target first) {
        Timeline timeline = Timeline.start(session.clock());
        Deadline deadline = timeline.deadline(options.overall().maxTime());
        Failure failure = null;
        try {
            TransferRequest next = TransferRequest.first(first, options.request());
            while (next != null) {
                next = transfer(next, timeline, deadline);
            }
        } catch (StepException e) {
            failure = e.failure();
        }
        return new FetchReport(first.url(), timeline.startedAt(), transfers, session.tlsLibrary(), failure);
    }

    /** Fetches one URL; what is returned is where to go from there, if anywhere. */
    private @Nullable TransferRequest transfer(TransferRequest asked, Timeline timeline, Deadline deadline)
            throws StepException {
        TransferRecorder record = new TransferRecorder(asked.target(), timeline);
        try {
            connect(asked, record, deadline);
        } catch (StepException e) {
            transfers.add(record.finish(e.failure()));
            throw e;
        } catch (InterruptedException e) {
            Failure interrupted = session.interruption().failure();
            transfers.add(record.finish(interrupted));
            throw new StepException(interrupted, e);
        }
        Transfer done = record.finish(null);
        transfers.add(done);
        Response response = done.response();
        return asked.next(
                response == null ? null : response.head(), options.overall().redirects());
    }

    private void connect(TransferRequest asked, TransferRecorder record, Deadline deadline)
            throws StepException, InterruptedException {
        Target target = asked.target();
        Deadline ofConnecting = Deadline.in(options.connect().timeout());
        Deadline connected = ofConnecting.orEarlier(deadline);
        Route route = session.routeTo(target);
        record.keep(route);
        List<InetAddress> addresses = addresses(route, record, connected);
        Connecting connecting =
                session.connector().connect(addresses, route.port(), record.timeline(), ofConnecting, deadline);
        record.keep(connecting);
        ProxyAddress proxy = route.proxy();
        refuse(proxy == null ? connecting.failure() : connecting.failureOfProxy(proxy.words()));
        boolean again = false;
        try (Connection connection = connecting.established()) {
            if (proxy != null) {
                refuse(new ProxySetup(proxy, options, session).pass(target, connection, record, connected));
            }
            if (options.connect().announced()) {
                record.keepAnnouncement(ProxyLine.send(connection, connected));
            }
            if (target.scheme() == Scheme.HTTPS && options.overall().stopAfter() != StopAfter.CONNECT) {
                TlsFacts tls = session.handshake().with(target.host(), connection, connected);
                record.keep(tls);
                again = tls.failure() != null && session.turnsToOtherLibrary(tls);
                refuse(again ? null : tls.failure());
            }
            if (options.overall().stopAfter() == StopAfter.RESPONSE && !again) {
                refuse(exchange(asked, proxy).run(connection, record, deadline));
            }
        }
        if (again) {
            connect(asked, record, deadline);
        }
    }

    private static void refuse(@Nullable Failure failure) throws StepException {
        if (failure != null) {
            throw new StepException(failure);
        }
    }

    private List<InetAddress> addresses(Route route, TransferRecorder record, Deadline deadline)
            throws StepException, InterruptedException {
        if (options.connect().unixSocket() != null) {
            return List.of();
        }
        Resolution found = session.names().addressesOf(route.host(), route.port(), record.timeline(), deadline);
        record.keep(found);
        Failure failure = found.failure();
        if (failure != null && failure.exitCode() == ExitCode.HOST_NOT_RESOLVED && route.proxy() != null) {
            failure = failure.of(Phase.DNS, ExitCode.PROXY_NOT_RESOLVED, "the proxy ");
        }
        refuse(failure);
        return found.addresses();
    }

    private TransferExchange exchange(TransferRequest asked, @Nullable ProxyAddress proxy) {
        return new TransferExchange(options, asked, proxy, cookies, destination);
    }
}
