package io.hellowire.client.exchange;

import io.hellowire.client.exchange.Response.WireFacts;
import io.hellowire.client.step.Deadline;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.StepException;
import io.hellowire.wire.BodyFraming;
import io.hellowire.wire.BodyReader;
import io.hellowire.wire.MalformedMessageException;
import io.hellowire.wire.ResponseHead;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one response to its end, RFC 9112 section 6.3, and never takes one that was cut for one that is whole. What it
 * has learnt until something goes wrong stays in the {@link Response}.
 */
final class ResponseReader {

    private static final Duration CLOSE_LIMIT = Duration.ofMillis(100);

    private final ResponseOptions options;
    private final String method;
    private final Security security;
    private final Inflow inflow;
    private final Deadline deadline;

    private final ResponseHeads heads;
    private @Nullable ResponseHead head;
    private @Nullable BodyFraming framing;
    private @Nullable BodyReader body;
    private boolean complete;
    private @Nullable ContentCopy content;
    private @Nullable Failure failure;

    /**
     * @param method of the request
     * @param security whether the end of the connection can be forged
     */
    ResponseReader(ResponseOptions options, String method, Security security, Inflow inflow, Deadline deadline) {
        this.options = options;
        this.method = method;
        this.security = security;
        this.inflow = inflow;
        this.deadline = deadline;
        this.heads = new ResponseHeads(options.headLimits(), inflow);
    }

    /**
     * Reads it, giving its content to the sink; a failure is part of what is returned.
     *
     * @throws InterruptedException if somebody wants it to stop; {@link #soFar} is what came until then
     */
    Response read(BodySink sink) throws InterruptedException {
        try {
            ResponseHead last = heads.read(sink, deadline);
            head = last;
            inflow.stopAfter(options.budgetBytes());
            readBody(last, sink);
            awaitClose(last);
        } catch (MalformedMessageException e) {
            failure = ResponseFailure.malformed(e);
        } catch (TimeoutException e) {
            failure = ResponseFailure.tooSlow(deadline, inflow.received() > 0);
        } catch (StepException e) {
            failure = e.failure();
        }
        return soFar();
    }

    private void readBody(ResponseHead head, BodySink sink)
            throws InterruptedException, TimeoutException, MalformedMessageException, StepException {
        BodyFraming found = head.framing(method);
        framing = found;
        BodyReader reader = BodyReader.ofResponse(found, options.headLimits());
        body = reader;
        List<String> toUndo = found instanceof BodyFraming.None ? List.of() : toUndo(head);
        Long length = found instanceof BodyFraming.Length known && toUndo.isEmpty() ? (Long) known.bytes() : null;
        if (length != null && options.maxContentBytes() != null && length > options.maxContentBytes()) {
            throw new StepException(ResponseFailure.tooLarge(options.maxContentBytes()));
        }
        sink.begin(head, length);
        content = new ContentCopy(reader, inflow, toUndo, options);
        content.to(sink, deadline);
        conclude(reader);
        refuseUndecodable(content);
    }

    private List<String> toUndo(ResponseHead head) throws StepException {
        List<String> all = new ArrayList<>(options.decoded() ? codings() : List.of());
        all.addAll(TransferCodings.toUndo(head));
        return all;
    }

    private void conclude(BodyReader reader) throws StepException {
        Ending ending = inflow.ending();
        if (reader.isComplete()) {
            complete = true;
        } else if (ending == Ending.US) {
            complete = false;
        } else if (inflow.broken() != null) {
            throw new StepException(ResponseFailure.brokenOff(inflow.broken(), "inside the body"));
        } else if (!reader.endOfInput()) {
            throw new StepException(ResponseFailure.bodyCut(reader.progress()));
        } else if (options.strict() && mayBeCut()) {
            throw new StepException(ResponseFailure.noCloseNotify());
        } else {
            complete = true;
        }
    }

    /** Whether the end of the connection ended the body, and anybody between the ends could have brought it about. */
    private boolean mayBeCut() {
        boolean isForgeable = security == Security.TLS && inflow.ending() == Ending.FIN;
        return framing instanceof BodyFraming.UntilClose && isForgeable;
    }

    private void refuseUndecodable(ContentCopy content) throws StepException {
        Failure reason = content.undecodable();
        if (complete && reason != null) {
            throw new StepException(reason);
        }
    }

    /** How the server ends the connection is worth a moment; the response's time has been taken already. */
    private void awaitClose(ResponseHead head) throws InterruptedException {
        if (!complete || head.isPersistent() || inflow.ending() != null) {
            return;
        }
        try {
            inflow.more(Deadline.in(CLOSE_LIMIT).orEarlier(deadline));
        } catch (TimeoutException e) {
            return; // it leaves that to us
        }
    }

    private List<String> codings() {
        return head == null
                ? List.of()
                : head.all("Content-Encoding").stream()
                        .flatMap(value -> Arrays.stream(value.split(",", -1)))
                        .map(String::strip)
                        .filter(coding -> !coding.isEmpty())
                        .toList();
    }

    /** What is known of the response until now. */
    Response soFar() {
        boolean byClose = framing instanceof BodyFraming.UntilClose && inflow.ending() != null;
        WireFacts wire = new WireFacts(
                inflow.sample(),
                inflow.received() - inflow.unread(),
                inflow.received() == 0 ? null : (Long) inflow.firstByteNanos(),
                byClose || inflow.received() == 0 ? inflow.endNanos() : inflow.lastByteNanos(),
                inflow.ending(),
                inflow.hasCloseNotify());
        return new Response(heads.interim(), heads.interimCount(), head, body(), wire, remarks(), failure);
    }

    private @Nullable Body body() {
        if (framing == null || body == null) {
            return null;
        }
        Body.Decoded decoded = content == null ? null : content.decoded();
        return new Body(framing, body.bytesRead(), complete, body.progress(), body.trailers(), codings(), decoded);
    }

    private List<Remark> remarks() {
        List<Remark> remarks = new ArrayList<>();
        if (head != null) {
            remarks.addAll(ResponseRemarks.of(head));
        }
        if (body != null) {
            body.oddities().forEach(oddity -> remarks.add(Remark.of(oddity)));
        }
        if (head != null && framing != null && body != null) {
            remarks.addAll(ResponseRemarks.of(head, framing, body.bytesRead(), contentSample()));
        }
        if (complete && mayBeCut()) {
            remarks.add(Remark.noCloseNotify());
        }
        if (complete && inflow.unread() > 0) {
            remarks.add(new Remark("bytes-after-the-end", inflow.unread() + " bytes after the end of the reply"));
        }
        return remarks;
    }

    /** The first bytes of what came behind the heads. */
    private byte[] contentSample() {
        byte[] sample = inflow.sample();
        int start = Math.min(heads.bytes(), sample.length);
        return Arrays.copyOfRange(sample, start, sample.length);
    }
}
