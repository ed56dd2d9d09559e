package io.hellowire.client.connect;

import io.hellowire.client.step.Timeline;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Notes when bytes were read off the socket: what decryption makes of them comes later, and is our time. */
final class ReadStamp extends ChannelInboundHandlerAdapter {

    private final Timeline timeline;
    private long lastNanos;

    ReadStamp(Timeline timeline) {
        this.timeline = timeline;
    }

    /** When the last bytes were read, in nanoseconds since the fetch began; on the event loop only. */
    long lastNanos() {
        return lastNanos;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        lastNanos = timeline.now();
        ctx.fireChannelRead(message);
    }
}
