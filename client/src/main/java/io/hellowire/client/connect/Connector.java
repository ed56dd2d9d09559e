package io.hellowire.client.connect;

import io.hellowire.capture.Capture;
import io.hellowire.capture.ConnectionCapture;
import io.hellowire.client.connect.Attempt.Result;
import io.hellowire.client.step.Deadline;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Span;
import io.hellowire.client.step.Timeline;
import io.hellowire.wire.Transport;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.Promise;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Opens a connection to one of several addresses. */
public final class Connector {

    /** What is read at a time: at first little, as most responses are, and more when there is more. */
    private static final AdaptiveRecvByteBufAllocator PIECES = new AdaptiveRecvByteBufAllocator(64, 2048, 512 * 1024);

    private final Transport transport;
    private final EventLoopGroup group;
    private final ConnectOptions options;
    private final @Nullable Capture capture;

    /**
     * @param group an event loop group of the transport
     * @param capture takes what crosses the wire, {@code null} if nobody wants it
     */
    public Connector(Transport transport, EventLoopGroup group, ConnectOptions options, @Nullable Capture capture) {
        this.transport = transport;
        this.group = group;
        this.options = options;
        this.capture = capture;
    }

    /**
     * Connects.
     *
     * @param addresses at least one, the preferred first
     * @param ofConnecting when the last attempt has taken too long; one after the other they share the time until then
     * @param deadline when all is given up
     * @return every attempt, and the connection unless all of them failed
     */
    public Connecting connect(
            List<InetAddress> addresses, int port, Timeline timeline, Deadline ofConnecting, Deadline deadline)
            throws InterruptedException {
        EventLoop loop = group.next();
        Path unixSocket = options.unixSocket();
        if (unixSocket != null) {
            return connect(unixSocket, loop, timeline, deadline);
        }
        List<InetSocketAddress> endpoints = alternating(addresses).stream()
                .map(address -> new InetSocketAddress(address, port))
                .toList();
        Deadline lastStart = ofConnecting.orEarlier(deadline);
        long turnNanos = options.strategy().isInTurn()
                ? lastStart.remainingNanos() / endpoints.size()
                : ofConnecting.remainingNanos();
        long start = timeline.now();
        Race race = new Race(
                loop,
                to -> dial(loop, to, timeline, Math.min(turnNanos, ofConnecting.remainingNanos())),
                endpoints,
                options,
                timeline);
        Promise<Race.Finish> finish = race.run(lastStart);
        if (!finish.await(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
            race.giveUp();
            finish.await();
        }
        Channel winner = finish.getNow().winner();
        return new Connecting(
                finish.getNow().attempts(),
                connection(winner, timeline),
                span(finish.getNow().attempts(), start, timeline.now()));
    }

    /** From the first attempt to what ended the last of them that matters; without the threads' way to each other. */
    private static Span span(List<Attempt> attempts, long fromNanos, long toNanos) {
        LongSummaryStatistics starts = new LongSummaryStatistics();
        LongSummaryStatistics ends = new LongSummaryStatistics();
        for (Attempt attempt : attempts) {
            Span span = attempt.span();
            if (span != null) {
                starts.accept(span.startNanos());
                ends.accept(span.endNanos());
            }
        }
        return starts.getCount() == 0 ? new Span(fromNanos, toNanos) : new Span(starts.getMin(), ends.getMax());
    }

    private ChannelFuture dial(EventLoop loop, InetSocketAddress to, Timeline timeline, long limitNanos) {
        long limitMillis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(limitNanos)); // zero would be no limit
        Bootstrap bootstrap = bootstrap(loop, timeline)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) Math.min(limitMillis, Integer.MAX_VALUE))
                .channel(transport.channels().client());
        LocalEnd from = options.from();
        return from == null ? bootstrap.connect(to) : bootstrap.connect(to, from.towards(to.getAddress()));
    }

    /** One for each attempt, since a channel and its handlers are for one connection. */
    private Bootstrap bootstrap(EventLoop loop, Timeline timeline) {
        return new Bootstrap()
                .group(loop)
                .option(ChannelOption.AUTO_READ, false)
                .option(ChannelOption.RECVBUF_ALLOCATOR, PIECES)
                .option(ChannelOption.AUTO_CLOSE, false) // a write that fails leaves something to be read
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        ReadStamp read = new ReadStamp(timeline);
                        channel.pipeline().addLast("read-stamp", read);
                        channel.pipeline().addLast("late-write-failure", new LateWriteFailure());
                        if (capture != null) {
                            ConnectionCapture captured = capture.asked("a connection that we asked for");
                            channel.attr(Connection.CAPTURED).set(captured);
                            channel.pipeline().addLast("capture", captured.outside());
                        }
                        channel.pipeline().addLast(Connection.INBOX, new Inbox(timeline, read));
                    }
                });
    }

    private Connecting connect(Path socket, EventLoop loop, Timeline timeline, Deadline deadline)
            throws InterruptedException {
        SocketAddress address = transport.unixAddress(socket);
        long start = timeline.now();
        ChannelFuture connecting = bootstrap(loop, timeline)
                .channel(transport.channels().unixClient())
                .connect(address);
        boolean inTime = connecting.await(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        Span span = new Span(start, timeline.now());
        if (inTime && connecting.isSuccess()) {
            Attempt attempt = new Attempt(socket.toString(), null, span, Result.CONNECTED, null, "unnamed");
            return new Connecting(List.of(attempt), connection(connecting.channel(), timeline), span);
        }
        connecting.cancel(false);
        ConnectProblem problem = inTime
                ? new ConnectProblem("socket_unusable", Failure.reason(connecting.cause()))
                : ConnectProblem.NO_TIME;
        Attempt attempt = new Attempt(socket.toString(), null, span, Result.FAILED, problem, null);
        return new Connecting(List.of(attempt), null, span);
    }

    private static @Nullable Connection connection(@Nullable Channel channel, Timeline timeline) {
        return channel == null
                ? null
                : new Connection(channel, channel.pipeline().get(Inbox.class), timeline);
    }

    /** RFC 8305 section 4: the families in turn, beginning with that of the first address. */
    private static List<InetAddress> alternating(List<InetAddress> addresses) {
        boolean firstIsV4 = addresses.get(0) instanceof Inet4Address;
        Deque<InetAddress> preferred = new ArrayDeque<>();
        Deque<InetAddress> others = new ArrayDeque<>();
        addresses.forEach(a -> (a instanceof Inet4Address == firstIsV4 ? preferred : others).add(a));
        List<InetAddress> ordered = new ArrayList<>();
        while (!preferred.isEmpty() || !others.isEmpty()) {
            InetAddress next = preferred.poll();
            InetAddress other = others.poll();
            if (next != null) {
                ordered.add(next);
            }
            if (other != null) {
                ordered.add(other);
            }
        }
        return ordered;
    }
}
