package io.hellowire.server.tls;

import io.hellowire.server.connection.Connection;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import javax.net.ssl.SSLException;

/** Closes a connection at once after a TLS error on it, RFC 8446 section 6.2, and says what had come. */
public final class TlsErrorHandler extends ChannelInboundHandlerAdapter {

    private final Connection connection;
    private final UnfinishedRecord records;

    /**
     * @param connection the one whose handshake is over
     * @param records knows what came last
     */
    public TlsErrorHandler(Connection connection, UnfinishedRecord records) {
        this.connection = connection;
        this.records = records;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable thrown) {
        Throwable cause = thrown instanceof DecoderException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (!(cause instanceof SSLException)) {
            ctx.fireExceptionCaught(thrown);
            return;
        }
        String reason =
                records.isTls() ? HandshakeFailure.reason(cause, records.alert(), null) : "what came is not TLS";
        connection.willBeCutOff("TLS error after " + records.last() + ": " + reason);
        ctx.close();
    }
}
