package io.hellowire.client;

import io.hellowire.client.connect.Attempt;
import io.hellowire.client.connect.Connecting;
import io.hellowire.client.connect.Connection;
import io.hellowire.client.connect.Route;
import io.hellowire.client.connect.Sending;
import io.hellowire.client.exchange.Request;
import io.hellowire.client.exchange.Response;
import io.hellowire.client.exchange.Tunnel;
import io.hellowire.client.resolve.Resolution;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.step.Span;
import io.hellowire.client.step.StepException;
import io.hellowire.client.step.Timeline;
import io.hellowire.client.tls.TlsAlert;
import io.hellowire.client.tls.TlsFacts;
import io.hellowire.client.url.Target;
import io.hellowire.wire.ResponseHead;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A transfer in the making: keeps what each step learnt before saying whether the next one may begin. */
final class TransferRecorder {

    private final Target target;
    private final Timeline timeline;
    private final long startNanos;
    private @Nullable Route route;
    private @Nullable Resolution resolution;
    private List<Attempt> attempts = List.of();
    private @Nullable Span connecting;
    private @Nullable TlsFacts proxyTls;
    private @Nullable Tunnel tunnel;
    private @Nullable TlsFacts tls;
    private @Nullable Request request;
    private @Nullable Sending sending;
    private @Nullable Response response;
    private byte @Nullable [] content;

    TransferRecorder(Target target, Timeline timeline) {
        this.target = target;
        this.timeline = timeline;
        this.startNanos = timeline.now();
    }

    Timeline timeline() {
        return timeline;
    }

    Route keep(Route chosen) {
        route = chosen;
        return chosen;
    }

    Resolution keep(Resolution found) throws StepException {
        resolution = found;
        refuse(found.failure());
        return found;
    }

    Connection keep(Connecting tried) throws StepException {
        attempts = tried.attempts();
        connecting = tried.span();
        refuse(tried.failure());
        return Objects.requireNonNull(tried.connection());
    }

    void keepOfProxy(TlsFacts facts) throws StepException {
        proxyTls = facts;
        Failure failure = facts.failure();
        refuse(failure == null ? null : failure.of(Phase.PROXY, failure.exitCode(), "TLS to the proxy: "));
    }

    void keep(Tunnel opened) throws StepException {
        tunnel = opened;
        keep(opened.alert());
        refuse(opened.failure());
    }

    void keep(TlsFacts facts) throws StepException {
        tls = facts;
        refuse(facts.failure());
    }

    /** An alert that came after the handshake is of the innermost TLS. */
    void keep(@Nullable TlsAlert alert) {
        if (tls != null) {
            tls = tls.with(alert);
        } else if (proxyTls != null) {
            proxyTls = proxyTls.with(alert);
        }
    }

    Request keep(Request written) {
        request = written;
        return written;
    }

    Sending keep(Sending begun) {
        sending = begun;
        return begun;
    }

    void keep(Response received, byte @Nullable [] decoded) throws StepException {
        response = received;
        content = decoded;
        refuse(received.failure());
    }

    void keepUnfinished(Response received) {
        response = received;
    }

    /** The head of the response, or {@code null} if there was none. */
    @Nullable
    ResponseHead head() {
        return response == null ? null : response.head();
    }

    private static void refuse(@Nullable Failure failure) throws StepException {
        if (failure != null) {
            throw new StepException(failure);
        }
    }

    Transfer finish(@Nullable Failure failure) {
        boolean whole = response != null && failure == null && response.wire().firstByteNanos() != null;
        long end = whole ? Objects.requireNonNull(response).wire().endNanos() : timeline.now();
        return new Transfer(
                target,
                route,
                resolution,
                attempts,
                connecting,
                proxyTls,
                tunnel,
                tls,
                request,
                sending == null ? null : sending.span(),
                response,
                content,
                new Span(startNanos, Math.max(startNanos, end)),
                failure);
    }
}
