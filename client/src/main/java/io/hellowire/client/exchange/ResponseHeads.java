package io.hellowire.client.exchange;

import io.hellowire.client.step.Deadline;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.StepException;
import io.hellowire.wire.HeadLimits;
import io.hellowire.wire.HeadReader;
import io.hellowire.wire.MalformedMessageException;
import io.hellowire.wire.ResponseHead;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Reads the heads of a response up to the final one, RFC 9110 section 15.2. */
final class ResponseHeads {

    private static final int MOST_INTERIM = 1000;
    private static final int KEPT_INTERIM = 10;

    private final HeadReader<ResponseHead> reader;
    private final Inflow inflow;
    private final List<ResponseHead> interim = new ArrayList<>();
    private int interimCount;
    private int bytes;

    ResponseHeads(HeadLimits limits, Inflow inflow) {
        this.reader = HeadReader.ofResponses(limits);
        this.inflow = inflow;
    }

    /**
     * The final head; it is read to its end however few bytes are wanted, since it says what they are.
     *
     * @param sink is given all of them
     */
    ResponseHead read(BodySink sink, Deadline deadline)
            throws InterruptedException, TimeoutException, MalformedMessageException, StepException {
        while (true) {
            ByteBuf in = inflow.more(deadline);
            if (in == null) {
                throw new StepException(cut());
            }
            ResponseHead next = reader.read(in);
            if (next == null) {
                continue;
            }
            bytes += next.bytes().length;
            sink.head(next);
            if (isFinal(next)) {
                return next;
            }
            addInterim(next);
        }
    }

    /** Switching protocols is final: what follows is no longer HTTP/1. */
    private static boolean isFinal(ResponseHead head) {
        return head.status() >= 200 || head.status() == 101;
    }

    private void addInterim(ResponseHead next) throws StepException {
        interimCount++;
        if (interim.size() < KEPT_INTERIM) {
            interim.add(next);
        }
        if (interimCount > MOST_INTERIM) {
            throw new StepException(ResponseFailure.endlessInterim(interimCount));
        }
    }

    private Failure cut() {
        if (inflow.broken() != null) {
            String place = inflow.received() == 0 ? "before the reply" : "inside the head";
            return ResponseFailure.brokenOff(inflow.broken(), place);
        }
        return inflow.received() == 0 ? ResponseFailure.nothing() : ResponseFailure.headCut(reader.received().length);
    }

    /** The first of those before the final one. */
    List<ResponseHead> interim() {
        return interim;
    }

    /** How many there were before the final one. */
    int interimCount() {
        return interimCount;
    }

    /** How many bytes all of them took. */
    int bytes() {
        return bytes;
    }
}
