package io.hellowire.client.connect;

import io.hellowire.client.connect.Attempt.Result;
import io.hellowire.client.connect.ConnectOptions.Strategy;
import io.hellowire.client.step.Deadline;
import io.hellowire.client.step.Span;
import io.hellowire.client.step.Timeline;
import io.hellowire.wire.text.AddressText;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Promise;
import io.netty.util.concurrent.ScheduledFuture;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Happy Eyeballs (RFC 8305 section 5): one address after the other, the next when the last failed or took longer than
 * the attempt delay, until one connects. All its state belongs to one event loop, so nothing here is locked.
 */
final class Race {

    private final EventLoop loop;
    private final Function<InetSocketAddress, ChannelFuture> dial;
    private final ConnectOptions options;
    private final Timeline timeline;
    private final Promise<Finish> finish;
    private final List<Running> attempts = new ArrayList<>();
    private int started;
    private @Nullable Channel winner;
    private @Nullable ScheduledFuture<?> nextStart;
    private Deadline lastStart = Deadline.NONE;

    /**
     * @param dial begins to connect to an address
     * @param addresses at least one, in the order in which they are tried
     */
    Race(
            EventLoop loop,
            Function<InetSocketAddress, ChannelFuture> dial,
            List<InetSocketAddress> addresses,
            ConnectOptions options,
            Timeline timeline) {
        this.loop = loop;
        this.dial = dial;
        this.options = options;
        this.timeline = timeline;
        this.finish = loop.newPromise();
        addresses.forEach(address -> attempts.add(new Running(address)));
    }

    /**
     * Starts it; the promise is always kept with a success, which names every attempt.
     *
     * @param lastStart when it is too late to begin another attempt
     */
    Promise<Finish> run(Deadline lastStart) {
        this.lastStart = lastStart;
        loop.execute(this::startNext);
        return finish;
    }

    /** Ends it with what there is, because time is up. */
    void giveUp() {
        loop.execute(() -> {
            attempts.stream().filter(Running::isRunning).forEach(attempt -> attempt.expire(timeline.now()));
            conclude();
        });
    }

    private void startNext() {
        if (finish.isDone() || started == attempts.size()) {
            return;
        }
        if (lastStart.remainingNanos() == 0) {
            tooLate();
            return;
        }
        Running attempt = attempts.get(started++);
        attempt.startNanos = timeline.now();
        attempt.connecting = dial.apply(attempt.address);
        if (options.strategy() == Strategy.RACE && started < attempts.size()) {
            nextStart = loop.schedule(this::startNext, delayNanos(), TimeUnit.NANOSECONDS);
        }
        attempt.connecting.addListener(done -> ended(attempt, attempt.connecting));
    }

    /** Leaves the others untried; of the first it is said that there was no time, since somebody must be named. */
    private void tooLate() {
        if (started == 0) {
            Running first = attempts.get(started++);
            first.startNanos = timeline.now();
            first.expire(first.startNanos);
        }
        concludeUnlessOneRuns();
    }

    /** The attempt delay, or less if some address would not have its turn in time. */
    private long delayNanos() {
        int toCome = attempts.size() - started;
        return Math.min(options.attemptDelay().toNanos(), lastStart.remainingNanos() / (toCome + 1));
    }

    private void ended(Running attempt, @Nullable ChannelFuture connecting) {
        if (connecting == null || attempt.result != Result.NOT_TRIED) {
            return;
        }
        attempt.endNanos = timeline.now();
        if (connecting.isSuccess()) {
            connected(attempt, connecting.channel());
        } else if (!finish.isDone()) {
            attempt.result = Result.FAILED;
            attempt.problem = ConnectProblem.of(connecting.cause(), attempt.address);
            continueWithNext();
        }
    }

    private void connected(Running attempt, Channel channel) {
        attempt.result = Result.CONNECTED;
        attempt.local = AddressText.withPort((InetSocketAddress) channel.localAddress());
        if (winner == null && !finish.isDone()) {
            winner = channel;
        } else {
            channel.close();
        }
        if (options.strategy() == Strategy.ALL) {
            continueWithNext();
        } else {
            conclude();
        }
    }

    private void continueWithNext() {
        if (nextStart != null) {
            nextStart.cancel(false);
            nextStart = null;
        }
        boolean more = started < attempts.size() && options.strategy() != Strategy.FIRST_ONLY;
        if (more) {
            startNext();
        } else {
            concludeUnlessOneRuns();
        }
    }

    private void concludeUnlessOneRuns() {
        if (attempts.stream().noneMatch(Running::isRunning)) {
            conclude();
        }
    }

    private void conclude() {
        if (finish.isDone()) {
            return;
        }
        if (nextStart != null) {
            nextStart.cancel(false);
        }
        for (Running attempt : attempts) {
            if (attempt.isRunning()) {
                attempt.cancel(timeline.now());
            }
        }
        finish.setSuccess(
                new Finish(winner, attempts.stream().map(Running::toAttempt).toList()));
    }

    /**
     * How it went.
     *
     * @param winner the open channel, or {@code null} if no address could be connected
     * @param attempts one for each address, in order
     */
    record Finish(@Nullable Channel winner, List<Attempt> attempts) {}

    /** One address and how far it came. */
    private static final class Running {

        private final InetSocketAddress address;
        private @Nullable ChannelFuture connecting;
        private long startNanos;
        private long endNanos;
        private Result result = Result.NOT_TRIED;
        private @Nullable ConnectProblem problem;
        private @Nullable String local;

        Running(InetSocketAddress address) {
            this.address = address;
        }

        boolean isRunning() {
            return connecting != null && result == Result.NOT_TRIED;
        }

        void expire(long nowNanos) {
            cancel(nowNanos);
            result = Result.FAILED;
            problem = ConnectProblem.NO_TIME;
        }

        void cancel(long nowNanos) {
            result = Result.CANCELLED;
            endNanos = nowNanos;
            if (connecting != null) {
                connecting.cancel(false);
                connecting.channel().close();
            }
        }

        Attempt toAttempt() {
            Span span = result == Result.NOT_TRIED ? null : new Span(startNanos, endNanos);
            return new Attempt(AddressText.withPort(address), address, span, result, problem, local);
        }
    }
}
