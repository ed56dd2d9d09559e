package io.hellowire.server.http1;

import io.hellowire.server.connection.Awaited;
import io.hellowire.server.connection.Connection;
import io.hellowire.server.connection.GoingAway;
import io.hellowire.server.connection.MemoryBudget;
import io.hellowire.server.connection.TimeUp;
import io.hellowire.server.exchange.BodyFile;
import io.hellowire.server.exchange.Received;
import io.hellowire.server.exchange.Received.ContinueWanted;
import io.hellowire.server.exchange.Rejection;
import io.hellowire.server.exchange.RequestLimits;
import io.hellowire.server.exchange.StartTime;
import io.hellowire.wire.MalformedMessageException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into requests, one message for each when it is whole, and never more of them than are wanted: when
 * reading is switched off in the middle of a burst, the rest of the burst waits undecoded until it is on again.
 */
public final class Http1RequestDecoder extends ChannelDuplexHandler {

    private final Connection connection;
    private final IncomingRequest incoming;
    private final BooleanSupplier mayTake;
    private final MemoryBudget.Share memory;
    private @Nullable ByteBuf held;
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
        this.incoming = new IncomingRequest(connection, limits, files);
        this.mayTake = mayTake;
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
            reject(ctx, incoming.refusal(malformed));
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
        return incoming.heldBytes() + (undecoded == null ? 0 : undecoded.capacity());
    }

    private void refuseForMemory(ChannelHandlerContext ctx) {
        incoming.begins(StartTime.now());
        reject(
                ctx,
                incoming.refusal(
                        503, connection.memory().found(), connection.memory().expected()));
        ctx.fireChannelReadComplete();
        stop();
    }

    private void decode(ChannelHandlerContext ctx, ByteBuf in) throws MalformedMessageException {
        StartTime now = StartTime.now();
        boolean mayGoOn = mayTake.getAsBoolean();
        while (mayGoOn && !over && in.isReadable() && ctx.channel().config().isAutoRead()) {
            incoming.begins(now);
            if (connection.lifecycle().isServing()) {
                take(ctx, in);
            } else {
                takeSurplus(in);
            }
        }
        incoming.sayWhatIsNext(now.nanos());
        if (in.isReadable()) {
            connection.lifecycle().moreCame();
        }
    }

    private void take(ChannelHandlerContext ctx, ByteBuf in) throws MalformedMessageException {
        Received received = incoming.read(in);
        if (received == ContinueWanted.NOW) {
            ctx.fireChannelRead(received);
            received = incoming.read(in); // what is wanted may be nothing
        }
        if (received instanceof Rejection rejection) {
            reject(ctx, rejection);
        } else if (received != null) {
            ctx.fireChannelRead(received);
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

    /** Memory is given back before anybody writes, and a file is left when the journal has taken it. */
    private void reject(ChannelHandlerContext ctx, Rejection rejection) {
        over = true;
        Runnable discard = incoming.forget();
        memory.release();
        ctx.fireChannelRead(rejection);
        discard.run();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            inputEnded(ctx);
        } else if (event instanceof TimeUp timeUp && timeUp.awaited() != Awaited.READING) {
            timeUp(ctx, timeUp);
        } else if (event == GoingAway.NOW) {
            serverEnds(ctx);
        }
        boolean interrupts = event == GoingAway.SOON && (held != null || incoming.hasBegun()) && !over;
        if (!interrupts) {
            ctx.fireUserEventTriggered(event);
        }
    }

    /** What has begun gets its answer and its record; what waits undecoded is shown as what came too late. */
    private void serverEnds(ChannelHandlerContext ctx) {
        if (!over && incoming.hasBegun()) {
            endEarly(ctx, incoming.refusal(503, "the server's end", "the rest of the request before it"));
        }
        if (held != null) {
            connection.surplus().take(held);
        }
        stop();
    }

    private void stop() {
        over = true;
        incoming.forget().run();
        memory.release();
        if (held != null) {
            held.release();
            held = null;
        }
    }

    private void inputEnded(ChannelHandlerContext ctx) {
        if (!over && (incoming.hasBegun() || (connection.awaitsTls() && incoming.heldBytes() > 0))) {
            String found = "the end of what " + connection.peer() + " sent";
            endEarly(ctx, incoming.refusalOfSilence(400, found, "the rest of the request; RFC 9112 section 8"));
        }
    }

    private void timeUp(ChannelHandlerContext ctx, TimeUp timeUp) {
        if (over) {
            ctx.close();
        } else if (incoming.hasBegun()) {
            String expected =
                    timeUp.awaited().words() + " within " + timeUp.limit().toMillis() + " ms";
            endEarly(ctx, incoming.refusalOfSilence(408, "nothing more", expected));
        } else {
            over = true;
            ctx.fireChannelRead(incoming.abandoned(timeUp.awaited(), timeUp.limit()));
        }
    }

    private void endEarly(ChannelHandlerContext ctx, Rejection rejection) {
        reject(ctx, rejection);
        ctx.fireChannelReadComplete();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (!over && incoming.hasBegun()) {
            over = true;
            ctx.fireChannelRead(incoming.abandoned());
        } else if (!over) {
            connection.surplus().take(Unpooled.wrappedBuffer(incoming.headSoFar()));
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
