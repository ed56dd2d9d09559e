package io.hellowire.server;

import io.hellowire.server.connection.LastResort;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops accepting for a moment when a connection could not be accepted, as when the process has no file descriptor
 * left: trying again at once would fail again at once, and spin. It says so once, and again only after an hour.
 */
@Sharable
final class AcceptPause extends ChannelInboundHandlerAdapter {

    private static final Logger LOGGER = LoggerFactory.getLogger(AcceptPause.class);
    private static final long PAUSE_MILLIS = 500;
    private static final long SAY_AGAIN_NANOS = TimeUnit.HOURS.toNanos(1);

    private final AtomicLong saidAtNanos = new AtomicLong(System.nanoTime() - SAY_AGAIN_NANOS);

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        LastResort.take(cause);
        Channel listener = ctx.channel();
        sayOnce(listener, cause);
        listener.config().setAutoRead(false);
        listener.eventLoop().schedule(() -> listener.config().setAutoRead(true), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void sayOnce(Channel listener, Throwable cause) {
        long now = System.nanoTime();
        long said = saidAtNanos.get();
        if (now - said >= SAY_AGAIN_NANOS && saidAtNanos.compareAndSet(said, now)) {
            LOGGER.warn(
                    "{}: cannot accept a connection: {}; accepting pauses until it can (reported once an hour)",
                    listener.localAddress(),
                    cause.getMessage());
        }
    }
}
