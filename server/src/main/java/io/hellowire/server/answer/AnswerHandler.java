package io.hellowire.server.answer;

import io.hellowire.server.connection.Awaited;
import io.hellowire.server.connection.Connection;
import io.hellowire.server.connection.ConnectionState.Hold;
import io.hellowire.server.connection.Cork;
import io.hellowire.server.connection.GoingAway;
import io.hellowire.server.connection.Lifecycle;
import io.hellowire.server.connection.TimeUp;
import io.hellowire.server.counter.Counter;
import io.hellowire.server.exchange.Abandoned;
import io.hellowire.server.exchange.ContinueWanted;
import io.hellowire.server.exchange.Rejection;
import io.hellowire.server.exchange.Request;
import io.hellowire.server.journal.Entry;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelConfig;
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
    private final Lifecycle lifecycle;
    private final Answers answers;
    private @Nullable ChannelHandlerContext context;
    private @Nullable ByteBuf out;
    private @Nullable Request awaitsNumber;
    private boolean asking;
    private boolean inputIsOver;
    private boolean last;
    private boolean waitsForRoom;

    /**
     * @param connection the one whose requests these are
     * @param answers what all connections of its event loop answer with
     */
    public AnswerHandler(Connection connection, Answers answers) {
        this.connection = connection;
        this.lifecycle = connection.lifecycle();
        this.answers = answers;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (last) {
            lifecycle.moreCame(); // it gets no answer, and takes no number
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
            asking = true;
            answers.counter().next(this);
            asking = false;
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
        boolean announced = Answers.isLastForPeer(request.head());
        if (announced || inputIsOver || answers.endAfter(request.onConnection())) {
            end(announced);
        }
    }

    private void end(boolean announced) {
        last = true;
        lifecycle.lastAnswer(announced, System.nanoTime());
    }

    @Override
    public void take(long number) {
        if (isAsking()) {
            greet(number);
        } else {
            later(() -> greet(number));
        }
    }

    @Override
    public void takeNone(String reason) {
        if (isAsking()) {
            refuse(reason);
        } else {
            later(() -> refuse(reason));
        }
    }

    /** Whether the counter answers while it is asked; then whoever asks it flushes and reads on. */
    private boolean isAsking() {
        return ctx().executor().inEventLoop() && asking;
    }

    private void later(Runnable answer) {
        ChannelHandlerContext ctx = ctx();
        if (!ctx.executor().inEventLoop()) {
            ctx.executor().execute(() -> later(answer));
            return;
        }
        answer.run();
        flush(ctx);
        readOrWait();
    }

    private void refuse(String reason) {
        Request request = awaited();
        awaitsNumber = null;
        refuse(Refusals.ofCounter(request, reason));
    }

    private Request awaited() {
        return Objects.requireNonNull(awaitsNumber, "nobody asked for a number");
    }

    private void greet(long number) {
        Request request = awaited();
        awaitsNumber = null;
        decideOnEnd(request);
        int bytes = answers.encoder().greet(number, Shape.of(request.head(), last), out());
        answers.lane().add(new Entry.Greeted(connection, request, number, bytes, sinceBegin(request)));
        if (out().readableBytes() >= WRITE_AT_BYTES) {
            write(ctx());
        }
    }

    private void refuse(Rejection rejection) {
        end(false);
        Status status = Status.of(rejection.status());
        String text = status.line() + ": " + rejection.words();
        int bytes = answers.encoder().say(status, Refusals.fields(status), text, Shape.LAST, out());
        long nanos = System.nanoTime() - rejection.began().nanos();
        answers.lane().add(new Entry.Rejected(connection, rejection, bytes, nanos));
    }

    private void giveUp(Abandoned abandoned) {
        end(false);
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
            Cork.put(ctx.channel());
        }
        write(ctx);
        if (last) {
            ctx.close();
        }
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
        holdWhile(awaitsNumber != null, Hold.NUMBER);
        holdWhile(waitsForRoom(), Hold.JOURNAL);
        ChannelConfig config = ctx().channel().config();
        if (!last && config.isAutoRead() != lifecycle.mayRead()) {
            config.setAutoRead(lifecycle.mayRead());
        }
    }

    private void holdWhile(boolean holds, Hold reason) {
        if (holds) {
            lifecycle.hold(reason, System.nanoTime());
        } else if (!lifecycle.mayRead()) {
            lifecycle.release(reason, System.nanoTime());
        }
    }

    private boolean waitsForRoom() {
        if (!waitsForRoom && answers.lane().isFull()) {
            waitsForRoom = true;
            answers.lane().whenRoom(this::roomAgain);
        }
        return waitsForRoom;
    }

    private void roomAgain() {
        waitsForRoom = false;
        readOrWait();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        holdWhile(!ctx.channel().isWritable(), Hold.UNREAD_ANSWERS);
        readOrWait();
        ctx.fireChannelWritabilityChanged();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof TimeUp timeUp && timeUp.awaited() == Awaited.READING) {
            notRead(ctx, timeUp.limit());
        } else if (event instanceof ChannelInputShutdownEvent || event instanceof GoingAway) {
            inputIsOver = true;
            if (awaitsNumber == null || event == GoingAway.NOW) {
                end(false);
            }
            flush(ctx);
        }
        ctx.fireUserEventTriggered(event);
    }

    private void notRead(ChannelHandlerContext ctx, Duration limit) {
        if (last) {
            ctx.close();
        } else {
            giveUp(new Abandoned(new byte[0], 0, Awaited.READING, limit, limit));
        }
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
