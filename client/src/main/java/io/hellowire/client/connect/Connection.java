package io.hellowire.client.connect;

import io.hellowire.capture.ConnectionCapture;
import io.hellowire.client.step.Deadline;
import io.hellowire.client.step.Timeline;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPromise;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ImmediateEventExecutor;
import io.netty.util.concurrent.Promise;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * An open connection as the steps of a fetch use it: they send, and take what arrives, on a thread of their own that
 * may wait. The event loop below only moves bytes and stamps them.
 */
public final class Connection implements Arrival.Source, AutoCloseable {

    static final String INBOX = "inbox";

    /** Set if the connection is captured. */
    static final AttributeKey<ConnectionCapture> CAPTURED = AttributeKey.valueOf(Connection.class, "captured");

    private static final long CLOSE_SECONDS = 1;

    private final Channel channel;
    private final Inbox inbox;
    private final Timeline timeline;
    private Future<?> written;
    private boolean reading;
    private boolean encrypted;

    Connection(Channel channel, Inbox inbox, Timeline timeline) {
        this.channel = channel;
        this.inbox = inbox;
        this.timeline = timeline;
        this.written = channel.newSucceededFuture();
    }

    /** The channel below, for the step that adds TLS to it. */
    public Channel channel() {
        return channel;
    }

    /** What is captured of it, for the step that adds TLS; {@code null} if nothing is. */
    public @Nullable ConnectionCapture captured() {
        return channel.attr(CAPTURED).get();
    }

    /** The clock that arrivals are stamped with. */
    public Timeline timeline() {
        return timeline;
    }

    /**
     * Adds TLS on our side of all that was added before: TLS to a host may run through TLS to a proxy. All layers of it, or
     * none; the first one is the closest to the socket.
     *
     * @throws ClosedChannelException if the other end, such as a proxy, has left already
     */
    public void addLayers(List<ChannelHandler> layers) throws ClosedChannelException, InterruptedException {
        // On the event loop, since the connection does not close there between one layer and the next.
        Future<?> added = channel.eventLoop().submit(() -> addBeforeInbox(layers));
        if (!added.await().isSuccess()) { // a pipeline is empty once its channel is closed
            ClosedChannelException closed = new ClosedChannelException();
            closed.initCause(added.cause());
            throw closed;
        }
        encrypted = true;
    }

    /** Whether there is TLS in it, so that nobody in between can forge its end. */
    public boolean isEncrypted() {
        return encrypted;
    }

    private void addBeforeInbox(List<ChannelHandler> layers) {
        layers.forEach(layer -> channel.pipeline().addBefore(INBOX, null, layer));
    }

    /** From now on the socket is read. */
    public void startReading() {
        if (!reading) {
            reading = true;
            channel.config().setAutoRead(true);
        }
    }

    /** Sends bytes and nothing after them. */
    public Sending send(byte[] bytes, Deadline deadline) throws InterruptedException, TimeoutException {
        return send(bytes, null, deadline);
    }

    /**
     * Sends bytes and waits until the system has taken them all, or something arrives: a server may answer before it
     * has read everything, and read no more.
     *
     * @param rest what is sent after the bytes, or {@code null} for nothing
     * @throws TimeoutException if neither happens before the deadline
     */
    public Sending send(byte[] bytes, @Nullable LongBody rest, Deadline deadline)
            throws InterruptedException, TimeoutException {
        startReading();
        // Everybody listens before it begins: who comes later is told after what has arrived by then.
        ChannelPromise head = channel.newPromise();
        Promise<Void> last = rest == null ? head : ImmediateEventExecutor.INSTANCE.newPromise();
        written = last;
        Sending sending = new Sending(last, timeline);
        CountDownLatch sentOrAnswered = new CountDownLatch(1);
        last.addListener(done -> sentOrAnswered.countDown());
        inbox.onArrival(sentOrAnswered::countDown);
        channel.eventLoop().execute(() -> {
            sending.begin();
            channel.writeAndFlush(Unpooled.wrappedBuffer(bytes), head);
            if (rest != null) {
                rest.sendTo(channel, last);
            }
        });
        if (!sentOrAnswered.await(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
            throw new TimeoutException("not sent within " + deadline.limit().toMillis() + " ms");
        }
        return sending;
    }

    @Override
    public Arrival receive(Deadline deadline) throws InterruptedException, TimeoutException {
        startReading();
        Arrival arrival = inbox.take(channel, deadline);
        if (arrival == null) {
            throw new TimeoutException("nothing within " + deadline.limit().toMillis() + " ms");
        }
        return arrival;
    }

    /** Closes it, with a close_notify if it is encrypted, and lets go of what was not read. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        channel.close().awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
        written.awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS); // which the close has failed, if nothing else
        channel.eventLoop().submit(inbox::discard).awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
