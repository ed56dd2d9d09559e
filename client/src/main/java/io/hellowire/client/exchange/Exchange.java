package io.hellowire.client.exchange;

import io.hellowire.client.connect.Connection;
import io.hellowire.client.connect.Sending;
import io.hellowire.client.step.Deadline;
import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.wire.tls.TlsAlert;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Sends one request and reads what comes back; what it has learnt until it ends, or is interrupted, are its facts. */
public final class Exchange {

    private final Connection connection;
    private final Request request;
    private final ResponseOptions options;
    private final ContentSample sample;
    private @Nullable Sending sending;
    private @Nullable Response response;
    private @Nullable TlsAlert alert;
    private @Nullable Failure failure;

    public Exchange(Connection connection, Request request, ResponseOptions options) {
        this.connection = connection;
        this.request = request;
        this.options = options;
        this.sample = new ContentSample(options.sampleBytes());
    }

    /** Takes the content that goes nowhere else, of which a sample is kept for the report. */
    public BodySink sample() {
        return sample;
    }

    /**
     * Does it, once.
     *
     * @param sink where the content goes
     * @throws InterruptedException if somebody wants it to stop
     */
    public void run(BodySink sink, Deadline deadline) throws InterruptedException {
        try {
            Sending begun = connection.send(request.bytes(), request.rest(), deadline);
            sending = begun;
            receive(sink, begun, deadline);
        } catch (TimeoutException e) {
            failure = failed(ExitCode.TIMED_OUT, "send_timeout", Failure.reason(e), e);
        }
    }

    private void receive(BodySink sink, Sending begun, Deadline deadline) throws InterruptedException {
        Security security = connection.isEncrypted() ? Security.TLS : Security.PLAIN;
        try (Inflow inflow = new Inflow(connection, options.sampleBytes())) {
            ResponseReader reader = new ResponseReader(options, request.method(), security, inflow, deadline);
            try {
                reader.read(sink);
            } finally {
                response = reader.soFar();
            }
            if (isUnaskedSwitch(response)) {
                response = response.with(new Remark(
                        "unasked-switch", "a 101 without an Upgrade field in the request (RFC 9110 section 7.8)"));
            }
            alert = inflow.alert();
            failure = response.failure();
            if (inflow.isSilent()) {
                explainSilence(begun, deadline);
            }
        }
    }

    private boolean isUnaskedSwitch(Response response) {
        return response.head() != null && response.head().status() == 101 && !request.asksForUpgrade();
    }

    /** Only where the server gave no reason of its own, in a response or an alert, is this the reason. */
    private void explainSilence(Sending begun, Deadline deadline) throws InterruptedException {
        Throwable problem = begun.problem(deadline);
        if (problem != null) {
            response = null;
            failure = failed(ExitCode.NOT_SENT, "not_sent", "not sent: " + Failure.reason(problem), problem);
        }
    }

    private static Failure failed(ExitCode code, String kind, String message, Throwable cause) {
        return Failure.of(Phase.SEND, code, kind, message).causedBy(cause);
    }

    private boolean isDecoded() {
        Body body = response == null ? null : response.body();
        return body != null && body.decoded() != null;
    }

    /** What is known of it until now. */
    public ExchangeFacts facts() {
        return new ExchangeFacts(
                request,
                sending == null ? null : sending.span(),
                response,
                isDecoded() ? sample.bytes() : null,
                alert,
                failure);
    }
}
