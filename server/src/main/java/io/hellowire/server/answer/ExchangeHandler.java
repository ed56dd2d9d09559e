package io.hellowire.server.answer;

import io.hellowire.server.connection.Awaited;
import io.hellowire.server.connection.Connection;
import io.hellowire.server.connection.GoingAway;
import io.hellowire.server.connection.Lifecycle;
import io.hellowire.server.connection.TimeUp;
import io.hellowire.server.connection.UnreadAnswers;
import io.hellowire.server.counter.Counter;
import io.hellowire.server.exchange.Abandoned;
import io.hellowire.server.exchange.Answer;
import io.hellowire.server.exchange.Received.ContinueWanted;
import io.hellowire.server.exchange.Rejection;
import io.hellowire.server.exchange.Request;
import io.hellowire.server.exchange.StartTime;
import io.hellowire.server.journal.Entry;
import io.hellowire.server.journal.LoopJournal;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Answers each request with what the policy says, in order, and journals it; it knows no protocol. While the peer does
 * not read, the journal has no room or a number is awaited, no more requests are read.
 */
public final class ExchangeHandler extends ChannelInboundHandlerAdapter {

    private final Connection connection;
    private final Lifecycle lifecycle;
    private final Counter counter;
    private final AnswerPolicy policy;
    private final LoopJournal journal;
    private final UnreadAnswers unread;
    private final EndOfRequests end = new EndOfRequests();
    private @Nullable ChannelHandlerContext context;
    private @Nullable BackPressure pressure;
    private @Nullable AwaitedNumber number;
    private boolean inputIsOver;
    private boolean last;
    private boolean written;

    /**
     * @param connection the one whose requests these are
     * @param counter gives the numbers
     * @param policy says what is answered
     * @param journal takes the entries; that of the connection's event loop
     */
    public ExchangeHandler(Connection connection, Counter counter, AnswerPolicy policy, LoopJournal journal) {
        this.connection = connection;
        this.lifecycle = connection.lifecycle();
        this.counter = counter;
        this.policy = policy;
        this.journal = journal;
        this.unread = new UnreadAnswers(connection);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        pressure = new BackPressure(ctx.channel(), lifecycle, journal);
        number = new AwaitedNumber(counter, ctx.executor(), new Numbers());
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (last) {
            lifecycle.moreCame(); // it gets no answer, and takes no number
            if (message instanceof Request unanswered) {
                unanswered.body().discard();
            }
        } else if (message instanceof Request request) {
            answer(request);
        } else if (message instanceof Rejection rejection) {
            refuse(rejection);
        } else if (message instanceof Abandoned abandoned) {
            giveUp(abandoned);
        } else if (message == ContinueWanted.NOW) {
            write(Answer.Interim.CONTINUE);
        }
    }

    private void answer(Request request) {
        Rejection refusal = policy.refusal(request);
        if (refusal != null) {
            refuse(refusal);
            request.body().discard();
        } else if (policy.isHealthCheck(request)) {
            reportHealth(request);
        } else {
            number().askFor(request);
            readOrWait();
        }
    }

    private void reportHealth(Request request) {
        decideOnEnd(request);
        Answer answer = policy.health(request, last);
        write(answer);
        journal.add(new Entry.Checked(connection, request, answer, nanosSince(request.began())));
        request.body().discard();
    }

    private void decideOnEnd(Request request) {
        boolean announced = request.head().isLast();
        if (announced || inputIsOver || policy.isLast(request)) {
            LastRequest itself = LastRequest.of(request.head());
            end.after(itself);
            end(announced && !itself.mayGoOn());
        }
    }

    private void end(boolean announced) {
        last = true;
        lifecycle.lastAnswer(announced, System.nanoTime());
    }

    /** What becomes of a request when the counter has spoken. */
    private final class Numbers implements AwaitedNumber.Receiver {

        @Override
        public void greet(Request request, long number) {
            decideOnEnd(request);
            Answer.Counted answer = policy.greeting(request, number, last);
            write(answer);
            journal.add(new Entry.Greeted(connection, request, answer, nanosSince(request.began())));
            request.body().discard();
        }

        @Override
        public void refuse(Request request, String reason) {
            ExchangeHandler.this.refuse(policy.refusal(request, reason));
            request.body().discard();
        }

        @Override
        public void goOn() {
            flush(ctx());
            readOrWait();
        }
    }

    private void refuse(Rejection rejection) {
        end.afterRefusal();
        end(false);
        Answer answer = policy.to(rejection);
        write(answer);
        journal.add(new Entry.Rejected(connection, rejection, answer, nanosSince(rejection.began())));
    }

    private void giveUp(Abandoned abandoned) {
        end(false);
        journal.add(new Entry.Lost(connection, abandoned, System.currentTimeMillis()));
        flush(ctx());
    }

    private static long nanosSince(StartTime began) {
        return System.nanoTime() - began.nanos();
    }

    private void write(Answer answer) {
        written = true;
        ctx().write(answer, ctx().voidPromise());
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        flush(ctx);
        ctx.fireChannelReadComplete();
    }

    private void flush(ChannelHandlerContext ctx) {
        if (written) {
            written = false;
            ctx.flush();
            unread.flushed();
        }
        if (last) {
            ctx.close();
        }
    }

    /** Whether the journal has room for one more request; if not, reading stops until it has. */
    public boolean hasRoom() {
        if (last || !journal.isFull()) {
            return true;
        }
        readOrWait();
        return false;
    }

    /** By now all has come that will ever come. */
    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (connection.surplus().bytes() > 0) {
            journal.add(end.entry(connection));
        }
        ctx.fireChannelInactive();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        pressure().readOrWaitForThePeer();
        ctx.fireChannelWritabilityChanged();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof TimeUp timeUp && timeUp.awaited() == Awaited.READING) {
            notRead(ctx, timeUp.limit());
        } else if (event instanceof ChannelInputShutdownEvent || event instanceof GoingAway) {
            inputIsOver = true;
            if (!number().isDue()) {
                end(false);
            } else if (event == GoingAway.NOW) {
                number().giveUp("the server is stopping");
            }
            flush(ctx);
        }
        ctx.fireUserEventTriggered(event);
    }

    private void notRead(ChannelHandlerContext ctx, Duration limit) {
        if (last) {
            ctx.close();
        } else {
            giveUp(new Abandoned(Awaited.READING, limit, limit));
        }
    }

    private void readOrWait() {
        pressure().readOrWait(number().isDue());
    }

    private AwaitedNumber number() {
        return Objects.requireNonNull(number, "not in a pipeline");
    }

    private BackPressure pressure() {
        return Objects.requireNonNull(pressure, "not in a pipeline");
    }

    private ChannelHandlerContext ctx() {
        return Objects.requireNonNull(context, "not in a pipeline");
    }
}
