package io.hellowire.server.answer;

import io.hellowire.server.connection.Connection;
import io.hellowire.server.connection.GoingAway;
import io.hellowire.server.connection.TimeUp;
import io.hellowire.server.connection.Wait;
import io.hellowire.server.counter.Counter;
import io.hellowire.server.exchange.Abandoned;
import io.hellowire.server.exchange.ContinueWanted;
import io.hellowire.server.exchange.Rejection;
import io.hellowire.server.exchange.Request;
import io.hellowire.server.journal.Entry;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Answers each request with the next number, in order, and journals it. The answers to one burst of requests leave in
 * one write. While the peer does not read, the journal has no room or a number is awaited, no more requests are read.
 */
public final class AnswerHandler extends ChannelInboundHandlerAdapter implements Counter.Taker {

    private static final int WRITE_AT_BYTES = 32 * 1024;
    private static final int ANSWER_BYTES = 512;

    private final Connection connection;
    private final Answers answers;
    private @Nullable ChannelHandlerContext context;
    private @Nullable ByteBuf out;
    private @Nullable Request awaitsNumber;
    private boolean inputIsOver;
    private boolean last;
    private boolean peerKnowsTheEnd;
    private boolean waitsForRoom;

    /**
     * @param connection the one whose requests these are
     * @param answers what all connections of its event loop answer with
     */
    public AnswerHandler(Connection connection, Answers answers) {
        this.connection = connection;
        this.answers = answers;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (last) {
            peerKnowsTheEnd = false; // what comes after the last answer gets none, and takes no number
        } else if (message instanceof Request request) {
            answer(request);
        } else if (message instanceof Rejection rejection) {
            refuse(rejection);
        } else if (message instanceof Abandoned abandoned) {
            giveUp(abandoned);
        } else if (message == ContinueWanted.NOW) {
            answers.encoder().goOn(out());
        }
    }

    private void answer(Request request) {
        if (answers.isHealthCheck(request.head())) {
            reportHealth(request);
        } else if (request.head().methodIs("CONNECT") || request.head().methodIs("TRACE")) {
            refuse(Refusals.ofMethod(request));
        } else {
            awaitsNumber = request;
            answers.counter().next(this);
            readOrWait();
        }
    }

    private void reportHealth(Request request) {
        decideOnEnd(request);
        Status status = Status.of(answers.connections().isGoingAway() ? 503 : 200);
        String text = status.code() == 200 ? "ok" : "going away";
        int bytes = answers.encoder().say(status, "", text, Shape.of(request.head(), last), out());
        answers.lane().add(new Entry.Checked(connection, request, status.code(), bytes, sinceBegin(request)));
    }

    private void decideOnEnd(Request request) {
        peerKnowsTheEnd = Answers.isLastForPeer(request.head());
        last = peerKnowsTheEnd || inputIsOver || answers.endAfter(request.onConnection());
    }

    @Override
    public void take(long number) {
        ChannelHandlerContext ctx = ctx();
        if (ctx.executor().inEventLoop()) {
            greet(number);
            return;
        }
        ctx.executor().execute(() -> {
            greet(number);
            flush(ctx);
            readOrWait();
        });
    }

    private void greet(long number) {
        Request request = Objects.requireNonNull(awaitsNumber, "a number that nobody asked for");
        awaitsNumber = null;
        decideOnEnd(request);
        int bytes = answers.encoder().greet(number, Shape.of(request.head(), last), out());
        answers.lane().add(new Entry.Greeted(connection, request, number, bytes, sinceBegin(request)));
        if (out().readableBytes() >= WRITE_AT_BYTES) {
            write(ctx());
        }
    }

    @Override
    public void takeNone(String reason) {
        ctx().executor().execute(() -> {
            Request request = Objects.requireNonNull(awaitsNumber, "an excuse that nobody asked for");
            awaitsNumber = null;
            refuse(Refusals.ofCounter(request, reason));
            flush(ctx());
        });
    }

    private void refuse(Rejection rejection) {
        last = true;
        Status status = Status.of(rejection.status());
        String text = status.line() + ": " + rejection.words();
        int bytes = answers.encoder().say(status, Refusals.fields(status), text, Shape.LAST, out());
        long nanos = System.nanoTime() - rejection.began().nanos();
        answers.lane().add(new Entry.Rejected(connection, rejection, bytes, nanos));
    }

    private void giveUp(Abandoned abandoned) {
        last = true;
        answers.lane().add(new Entry.Lost(connection, abandoned, System.currentTimeMillis()));
        flush(ctx());
    }

    private static long sinceBegin(Request request) {
        return System.nanoTime() - request.began().nanos();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        flush(ctx);
        ctx.fireChannelReadComplete();
    }

    private void flush(ChannelHandlerContext ctx) {
        if (last && out != null) {
            connection.nextWriteIsTheLast();
        }
        write(ctx);
        if (last) {
            close(ctx);
        }
    }

    private void close(ChannelHandlerContext ctx) {
        if (!peerKnowsTheEnd) {
            connection.settled(false); // it may have sent more already, which must not become a reset
        }
        ctx.close();
    }

    private void write(ChannelHandlerContext ctx) {
        ByteBuf answersOfThisBurst = out;
        out = null;
        if (answersOfThisBurst != null) {
            ctx.writeAndFlush(answersOfThisBurst, ctx.voidPromise());
        }
    }

    private ByteBuf out() {
        ByteBuf buffer = out;
        if (buffer == null) {
            buffer = ctx().alloc().directBuffer(ANSWER_BYTES);
            out = buffer;
        }
        return buffer;
    }

    /** Reads on if there is nothing to wait for, else stops reading. */
    private void readOrWait() {
        Channel channel = ctx().channel();
        boolean full = answers.lane().isFull();
        if (full && !waitsForRoom) {
            waitsForRoom = true;
            answers.lane().whenRoom(this::roomAgain);
        }
        boolean mayRead = !full && awaitsNumber == null && channel.isWritable();
        if (!last && channel.config().isAutoRead() != mayRead) {
            channel.config().setAutoRead(mayRead);
        }
    }

    private void roomAgain() {
        waitsForRoom = false;
        readOrWait();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        connection.awaits(ctx.channel().isWritable() ? Wait.NOTHING : Wait.READING, System.nanoTime());
        readOrWait();
        ctx.fireChannelWritabilityChanged();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof TimeUp timeUp && timeUp.awaited() == Wait.READING) {
            Duration limit = timeUp.limit();
            giveUp(new Abandoned(new byte[0], 0, Wait.READING, limit, limit));
        } else if (event instanceof ChannelInputShutdownEvent || event instanceof GoingAway) {
            inputIsOver = true;
            last |= awaitsNumber == null || event == GoingAway.NOW;
            flush(ctx);
        }
        ctx.fireUserEventTriggered(event);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        if (out != null) {
            out.release();
            out = null;
        }
    }

    private ChannelHandlerContext ctx() {
        return Objects.requireNonNull(context, "not in a pipeline");
    }
}
