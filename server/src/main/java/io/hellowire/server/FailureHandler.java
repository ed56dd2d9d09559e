package io.hellowire.server;

import io.hellowire.server.connection.LastResort;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import java.io.IOException;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last in every pipeline: closes the connection when something failed that no one else handled. */
@Sharable
final class FailureHandler extends ChannelInboundHandlerAdapter {

    private static final Logger LOGGER = LoggerFactory.getLogger(FailureHandler.class);

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable thrown) {
        Throwable cause = thrown instanceof DecoderException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (cause instanceof SSLException || cause instanceof IOException) {
            LOGGER.debug("{} over: {}", ctx.channel(), cause.toString());
        } else {
            LOGGER.warn("{} unexpected failure", ctx.channel(), cause);
        }
        LastResort.take(cause);
        ctx.close();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        // Whoever cares about an event has seen it by now.
    }
}
