package io.hellowire.client.connect;

import io.hellowire.client.step.Deadline;
import io.hellowire.client.step.Timeline;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Hands what arrives from the event loop, which stamps it, to the thread that reads it. When that thread is slow the
 * socket is no longer read, so memory stays bounded however much the other end sends.
 */
final class Inbox extends ChannelInboundHandlerAdapter {

    private static final int HIGH_WATER_BYTES = 1 << 20;
    private static final int LOW_WATER_BYTES = 1 << 18;

    private final Timeline timeline;
    private final ReadStamp read;
    private final LinkedBlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final AtomicInteger waitingBytes = new AtomicInteger();
    private volatile Runnable listener = () -> {};
    private boolean broken;
    private boolean closed;

    /** @param read on the same channel, closer to the socket */
    Inbox(Timeline timeline, ReadStamp read) {
        this.timeline = timeline;
        this.read = read;
    }

    /** The next thing that arrived, or {@code null} if nothing did before the deadline. */
    @Nullable
    Arrival take(Channel channel, Deadline deadline) throws InterruptedException {
        Arrival next = arrivals.poll(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        if (next instanceof Arrival.Bytes bytes) {
            int size = bytes.bytes().readableBytes();
            int before = waitingBytes.getAndAdd(-size);
            if (before > LOW_WATER_BYTES && before - size <= LOW_WATER_BYTES) {
                channel.config().setAutoRead(true);
            }
        }
        return next;
    }

    /** Runs something when the next thing arrives, or at once if one has arrived that nobody has taken. */
    void onArrival(Runnable action) {
        listener = action;
        if (!arrivals.isEmpty()) {
            action.run();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (closed || !(message instanceof ByteBuf bytes) || !bytes.isReadable()) {
            ReferenceCountUtil.release(message);
            return;
        }
        int waiting = waitingBytes.addAndGet(bytes.readableBytes()); // before another thread has its hands on them
        add(new Arrival.Bytes(bytes, read.lastNanos()));
        if (waiting > HIGH_WATER_BYTES) {
            pause(ctx.channel().config());
        }
    }

    /** Looks once more when it has paused: all may have been taken before that, and then nobody would go on. */
    private void pause(ChannelConfig config) {
        config.setAutoRead(false);
        if (waitingBytes.get() <= LOW_WATER_BYTES) {
            config.setAutoRead(true);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslCloseCompletionEvent close && close.isSuccess()) {
            add(new Arrival.CloseNotify(timeline.now()));
        }
        ctx.fireUserEventTriggered(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (!broken) {
            add(new Arrival.End(timeline.now()));
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!broken) {
            broken = true;
            add(new Arrival.Broken(cause, timeline.now()));
        }
        ctx.close();
    }

    private void add(Arrival arrival) {
        arrivals.add(arrival);
        listener.run();
    }

    /** Lets go of what nobody will take any more; on the event loop only. */
    void discard() {
        closed = true;
        for (Arrival next = arrivals.poll(); next != null; next = arrivals.poll()) {
            if (next instanceof Arrival.Bytes bytes) {
                bytes.bytes().release();
            }
        }
    }
}
