package io.hellowire.server.http1;

import io.hellowire.server.connection.Awaited;
import io.hellowire.server.connection.Connection;
import io.hellowire.server.connection.ConnectionState.Reading;
import io.hellowire.server.exchange.Abandoned;
import io.hellowire.server.exchange.Body;
import io.hellowire.server.exchange.BodyFile;
import io.hellowire.server.exchange.Received;
import io.hellowire.server.exchange.Received.ContinueWanted;
import io.hellowire.server.exchange.Rejection;
import io.hellowire.server.exchange.Request;
import io.hellowire.server.exchange.RequestLimits;
import io.hellowire.server.exchange.StartTime;
import io.hellowire.wire.BodyFraming;
import io.hellowire.wire.HeadReader;
import io.hellowire.wire.Http1RequestHead;
import io.hellowire.wire.MalformedMessageException;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The request that is on its way: as much of it as has come, and what is to be said if no more does. */
final class IncomingRequest {

    private final Connection connection;
    private final RequestLimits limits;
    private final HeadReader<Http1RequestHead> heads;
    private final BodyFile.Maker files;
    private @Nullable IncomingBody body;
    private StartTime began = new StartTime(0, 0);

    /**
     * @param connection the one it comes by
     * @param limits how large it may be
     * @param files where a long body goes, if it is kept
     */
    IncomingRequest(Connection connection, RequestLimits limits, BodyFile.Maker files) {
        this.connection = connection;
        this.limits = limits;
        this.heads = HeadReader.ofRequests(limits.head());
        this.files = files;
    }

    /** Whether anything of it has come; else the connection is between two requests. */
    boolean hasBegun() {
        return body != null || heads.isInsideHead();
    }

    /** Says when it begins, if it has not begun yet. */
    void begins(StartTime now) {
        if (!hasBegun()) {
            began = now;
        }
    }

    /**
     * Reads on.
     *
     * @return the request when it is whole, or what is to be said of it before; {@code null} while more must come
     */
    @Nullable
    Received read(ByteBuf in) throws MalformedMessageException {
        IncomingBody incoming = body;
        return incoming == null ? readHead(in) : readBody(incoming, in);
    }

    private @Nullable Received readHead(ByteBuf in) throws MalformedMessageException {
        Http1RequestHead head = heads.read(in);
        if (head == null) {
            return null;
        }
        if (head.framing() == BodyFraming.NONE) {
            return complete(head, Body.EMPTY);
        }
        IncomingBody incoming = new IncomingBody(head, limits, files);
        if (incoming.isTooLong()) {
            return tooLong(incoming);
        }
        body = incoming;
        return head.expectsContinue() && !in.isReadable() ? ContinueWanted.NOW : readBody(incoming, in);
    }

    private @Nullable Received readBody(IncomingBody incoming, ByteBuf in) throws MalformedMessageException {
        incoming.read(in);
        if (incoming.isTooLong()) {
            return tooLong(incoming);
        }
        if (!incoming.isComplete()) {
            return null;
        }
        body = null;
        return complete(incoming.head(), incoming.summary());
    }

    private Request complete(Http1RequestHead head, Body whole) {
        return new Request(connection.nextRequest(), head, whole, began);
    }

    private Rejection tooLong(IncomingBody incoming) {
        return new Rejection(
                        connection.nextRequest(),
                        incoming.head().bytes(),
                        413,
                        null,
                        "a longer body",
                        "at most " + limits.maxBodyBytes() + " bytes; RFC 9110 section 15.5.14",
                        began)
                .with(incoming.soFar());
    }

    /** Tells the connection what of it comes next. */
    void sayWhatIsNext(long nowNanos) {
        if (body != null) {
            connection.lifecycle().reads(Reading.BODY, nowNanos);
        } else if (heads.isInsideHead()) {
            connection.lifecycle().reads(Reading.HEAD, began.nanos());
        } else {
            connection.lifecycle().reads(Reading.REQUEST, nowNanos);
        }
    }

    /** How much memory is held of it, in bytes. */
    long heldBytes() {
        IncomingBody incoming = body;
        return heads.heldBytes() + (incoming == null ? 0 : incoming.heldBytes());
    }

    /** What has come of its head. */
    byte[] headSoFar() {
        IncomingBody incoming = body;
        return incoming == null ? heads.received() : incoming.head().bytes();
    }

    /** Its refusal, for what is wrong in it. */
    Rejection refusal(MalformedMessageException malformed) {
        IncomingBody incoming = body;
        long onConnection = connection.nextRequest();
        return incoming == null
                ? Rejection.ofHead(onConnection, malformed, began)
                : Rejection.ofBody(onConnection, incoming.head().bytes(), incoming.soFar(), malformed, began);
    }

    /** Its refusal, where it stands. */
    Rejection refusal(int status, String found, String expected) {
        IncomingBody incoming = body;
        byte[] received = headSoFar();
        String where = incoming == null ? "head, after " + received.length + " bytes" : "body, " + incoming.progress();
        Rejection rejection = new Rejection(connection.nextRequest(), received, status, where, found, expected, began);
        return incoming == null ? rejection : rejection.with(incoming.soFar());
    }

    /** Its refusal since nothing more comes, perhaps as it was meant to be at its end, which was not written as one. */
    Rejection refusalOfSilence(int status, String found, String expected) {
        MalformedMessageException why = body == null ? heads.missingLineEnd() : null;
        return why == null
                ? refusal(status, found, expected)
                : Rejection.ofHead(connection.nextRequest(), why, began).with(status);
    }

    /** That it was given up while this was awaited; {@code null} for the limit if the peer itself gave up. */
    Abandoned abandoned(Awaited awaited, @Nullable Duration limit) {
        Duration waited = limit == null ? Duration.ofNanos(System.nanoTime() - began.nanos()) : limit;
        IncomingBody incoming = body;
        return new Abandoned(headSoFar(), incoming == null ? Body.EMPTY : incoming.soFar(), awaited, limit, waited);
    }

    /** That its peer gave it up. */
    Abandoned abandoned() {
        return abandoned(body == null ? Awaited.HEAD : Awaited.BODY, null);
    }

    /**
     * Lets go of what has come and will not be needed, which may be much.
     *
     * @return discards what is in a file, unless the journal has taken that by then
     */
    Runnable forget() {
        IncomingBody unfinished = body;
        body = null;
        heads.forget();
        return unfinished == null ? () -> {} : unfinished::discard;
    }
}
