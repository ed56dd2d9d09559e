package io.hellowire.server.http1;

import io.hellowire.server.connection.Awaited;
import io.hellowire.server.connection.Connection;
import io.hellowire.server.connection.ConnectionState.Reading;
import io.hellowire.server.connection.GoingAway;
import io.hellowire.server.connection.MemoryBudget;
import io.hellowire.server.connection.TimeUp;
import io.hellowire.server.exchange.Abandoned;
import io.hellowire.server.exchange.Body;
import io.hellowire.server.exchange.BodyFile;
import io.hellowire.server.exchange.ContinueWanted;
import io.hellowire.server.exchange.Rejection;
import io.hellowire.server.exchange.Request;
import io.hellowire.server.exchange.RequestLimits;
import io.hellowire.server.exchange.StartTime;
import io.hellowire.wire.BodyFraming;
import io.hellowire.wire.HeadReader;
import io.hellowire.wire.Http1RequestHead;
import io.hellowire.wire.MalformedMessageException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into requests, one message for each when it is whole, and never more of them than are wanted: when
 * reading is switched off in the middle of a burst, the rest of the burst waits undecoded until it is on again.
 */
public final class Http1RequestDecoder extends ChannelDuplexHandler {

    private final Connection connection;
    private final RequestLimits limits;
    private final HeadReader<Http1RequestHead> heads;
    private final BooleanSupplier mayTake;
    private final BodyFile.Maker files;
    private final MemoryBudget.Share memory;
    private @Nullable IncomingBody body;
    private @Nullable ByteBuf held;
    private StartTime began = new StartTime(0, 0);
    private boolean over;
    private boolean decoding;

    /**
     * @param connection the one whose bytes these are
     * @param limits how large requests may be
     * @param mayTake is asked, when something has come, whether a request may be taken; who says no has switched reading
     *     off
     * @param files where long bodies go, if they are kept
     */
    public Http1RequestDecoder(
            Connection connection, RequestLimits limits, BooleanSupplier mayTake, BodyFile.Maker files) {
        this.connection = connection;
        this.limits = limits;
        this.heads = HeadReader.ofRequests(limits.head());
        this.mayTake = mayTake;
        this.files = files;
        this.memory = connection.memory().share();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf in = (ByteBuf) message;
        if (over) {
            connection.surplus().take(in);
            in.release();
            return;
        }
        held = held == null ? in : ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(ctx.alloc(), held, in);
        decodeHeld(ctx);
    }

    /** Reading is switched on again, or goes on: what was held back comes first. */
    @Override
    public void read(ChannelHandlerContext ctx) {
        if (held != null && !decoding) {
            decodeHeld(ctx);
            ctx.fireChannelReadComplete();
        }
        if (held == null) {
            ctx.read();
        }
    }

    private void decodeHeld(ChannelHandlerContext ctx) {
        ByteBuf in = held;
        if (in == null || decoding) {
            return;
        }
        decoding = true;
        try {
            decode(ctx, in);
        } catch (MalformedMessageException malformed) {
            reject(ctx, rejection(malformed));
        } finally {
            decoding = false;
        }
        if (over) {
            connection.surplus().take(in);
        }
        if (!in.isReadable()) {
            in.release();
            held = null;
        }
        if (!memory.holds(heldBytes())) {
            refuseForMemory(ctx);
        }
    }

    private long heldBytes() {
        ByteBuf undecoded = held;
        IncomingBody incoming = body;
        return heads.heldBytes()
                + (undecoded == null ? 0 : undecoded.capacity())
                + (incoming == null ? 0 : incoming.heldBytes());
    }

    private void refuseForMemory(ChannelHandlerContext ctx) {
        if (isBetweenRequests()) {
            began = StartTime.now();
        }
        endEarly(ctx, 503, connection.memory().found(), connection.memory().expected());
        stop();
    }

    private void decode(ChannelHandlerContext ctx, ByteBuf in) throws MalformedMessageException {
        StartTime now = StartTime.now();
        boolean mayGoOn = mayTake.getAsBoolean();
        while (mayGoOn && !over && in.isReadable() && ctx.channel().config().isAutoRead()) {
            if (isBetweenRequests()) {
                began = now;
            }
            if (!connection.lifecycle().isServing()) {
                takeSurplus(in);
            } else if (body == null) {
                readHead(ctx, in);
            } else {
                readBody(ctx, body, in);
            }
        }
        sayWhatIsNext(now.nanos());
        if (in.isReadable()) {
            connection.lifecycle().moreCame();
        }
    }

    /** Nothing is answered any more; only line ends after a request are no reason to linger, RFC 9112 section 2.2. */
    private void takeSurplus(ByteBuf in) {
        if (in.forEachByte(b -> b == '\r' || b == '\n') >= 0) {
            connection.lifecycle().moreCame();
        }
        over = true;
        connection.surplus().take(in);
    }

    private void readHead(ChannelHandlerContext ctx, ByteBuf in) throws MalformedMessageException {
        Http1RequestHead head = heads.read(in);
        if (head == null) {
            return;
        }
        if (head.framing() == BodyFraming.NONE) {
            complete(ctx, head, Body.EMPTY);
            return;
        }
        IncomingBody incoming = new IncomingBody(head, limits, files);
        if (incoming.isTooLong()) {
            reject(ctx, tooLong(incoming));
            return;
        }
        body = incoming;
        if (head.expectsContinue() && !in.isReadable()) {
            ctx.fireChannelRead(ContinueWanted.NOW);
        }
        readBody(ctx, incoming, in);
    }

    private void readBody(ChannelHandlerContext ctx, IncomingBody incoming, ByteBuf in)
            throws MalformedMessageException {
        incoming.read(in);
        if (incoming.isTooLong()) {
            reject(ctx, tooLong(incoming));
        } else if (incoming.isComplete()) {
            body = null;
            complete(ctx, incoming.head(), incoming.summary());
        }
    }

    private void complete(ChannelHandlerContext ctx, Http1RequestHead head, Body whole) {
        ctx.fireChannelRead(new Request(connection.nextRequest(), head, whole, began));
    }

    private Rejection rejection(MalformedMessageException malformed) {
        IncomingBody incoming = body;
        long onConnection = connection.nextRequest();
        return incoming == null
                ? Rejection.ofHead(onConnection, malformed, began)
                : Rejection.ofBody(onConnection, incoming.head().bytes(), incoming.soFar(), malformed, began);
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

    private void reject(ChannelHandlerContext ctx, Rejection rejection) {
        IncomingBody refused = body;
        over = true;
        forget();
        ctx.fireChannelRead(rejection);
        discard(refused);
    }

    private static void discard(@Nullable IncomingBody unfinished) {
        if (unfinished != null) {
            unfinished.discard();
        }
    }

    /** Lets go of what has come and will not be needed, which may be much, before the connection is closed. */
    private void forget() {
        heads.forget();
        body = null;
        memory.release();
    }

    private boolean isBetweenRequests() {
        return body == null && !heads.isInsideHead();
    }

    private void sayWhatIsNext(long nowNanos) {
        if (body != null) {
            connection.lifecycle().reads(Reading.BODY, nowNanos);
        } else if (heads.isInsideHead()) {
            connection.lifecycle().reads(Reading.HEAD, began.nanos());
        } else {
            connection.lifecycle().reads(Reading.REQUEST, nowNanos);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            inputEnded(ctx);
        } else if (event instanceof TimeUp timeUp && timeUp.awaited() != Awaited.READING) {
            timeUp(ctx, timeUp);
        }
        if (event == GoingAway.NOW) {
            serverEnds(ctx);
        }
        boolean interrupts = event == GoingAway.SOON && (held != null || !isBetweenRequests()) && !over;
        if (!interrupts) {
            ctx.fireUserEventTriggered(event);
        }
    }

    /** What has begun gets its answer and its record; what waits undecoded is shown as what came too late. */
    private void serverEnds(ChannelHandlerContext ctx) {
        if (!over && !isBetweenRequests()) {
            endEarly(ctx, 503, "the server's end", "the rest of the request before it");
        }
        if (held != null) {
            connection.surplus().take(held);
        }
        stop();
    }

    private void stop() {
        over = true;
        discard(body);
        forget();
        if (held != null) {
            held.release();
            held = null;
        }
    }

    private void inputEnded(ChannelHandlerContext ctx) {
        boolean isAwaited = !isBetweenRequests() || (connection.awaitsTls() && heads.heldBytes() > 0);
        if (!over && isAwaited) {
            String found = "the end of what " + connection.peer() + " sent";
            stopsComing(ctx, 400, found, "the rest of the request; RFC 9112 section 8");
        }
    }

    private void timeUp(ChannelHandlerContext ctx, TimeUp timeUp) {
        if (over) {
            ctx.close();
        } else if (isBetweenRequests()) {
            over = true;
            ctx.fireChannelRead(abandoned(timeUp.awaited(), timeUp.limit()));
        } else {
            String found = "nothing more";
            String expected =
                    timeUp.awaited().words() + " within " + timeUp.limit().toMillis() + " ms";
            stopsComing(ctx, 408, found, expected);
        }
    }

    /** Perhaps since it was meant to be at its end, which was not written as one. */
    private void stopsComing(ChannelHandlerContext ctx, int status, String found, String expected) {
        MalformedMessageException why = body == null ? heads.missingLineEnd() : null;
        if (why == null) {
            endEarly(ctx, status, found, expected);
        } else {
            reject(ctx, Rejection.ofHead(connection.nextRequest(), why, began).with(status));
            ctx.fireChannelReadComplete();
        }
    }

    private void endEarly(ChannelHandlerContext ctx, int status, String found, String expected) {
        IncomingBody incoming = body;
        byte[] received = incoming == null ? heads.received() : incoming.head().bytes();
        String where = incoming == null ? "head, after " + received.length + " bytes" : "body, " + incoming.progress();
        Rejection rejection = new Rejection(connection.nextRequest(), received, status, where, found, expected, began);
        reject(ctx, incoming == null ? rejection : rejection.with(incoming.soFar()));
        ctx.fireChannelReadComplete();
    }

    private Abandoned abandoned(Awaited awaited, @Nullable Duration limit) {
        Duration waited = limit == null ? Duration.ofNanos(System.nanoTime() - began.nanos()) : limit;
        IncomingBody incoming = body;
        return incoming == null
                ? new Abandoned(heads.received(), Body.EMPTY, awaited, limit, waited)
                : new Abandoned(incoming.head().bytes(), incoming.soFar(), awaited, limit, waited);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (!over && !isBetweenRequests()) {
            over = true;
            ctx.fireChannelRead(abandoned(body == null ? Awaited.HEAD : Awaited.BODY, null));
        } else if (!over) {
            connection.surplus().take(Unpooled.wrappedBuffer(heads.received()));
        }
        if (held != null) {
            connection.surplus().take(held);
        }
        ctx.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        stop();
    }
}
