package io.hellowire.server.tls;

import io.hellowire.server.connection.Connection;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderException;
import javax.net.ssl.SSLException;

/** Closes a connection at once after a TLS error on it, RFC 8446 section 6.2, and says what had come. */
public final class TlsErrorHandler extends ChannelDuplexHandler {

    private final Connection connection;
    private final UnfinishedRecord records;
    private final OwnAlert ownAlert;
    private boolean closed;

    /**
     * @param connection the one whose handshake is over
     * @param records knows what came last
     * @param ownAlert is told when it is answers that go out
     */
    public TlsErrorHandler(Connection connection, UnfinishedRecord records, OwnAlert ownAlert) {
        this.connection = connection;
        this.records = records;
        this.ownAlert = ownAlert;
    }

    @Override
    public void flush(ChannelHandlerContext ctx) {
        ownAlert.sendAnswers(ctx);
    }

    /** Called by who ends it above TLS; TLS itself, when it fails, closes below. */
    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
        closed = true;
        ctx.close(promise);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable thrown) {
        Throwable cause = thrown instanceof DecoderException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (!(cause instanceof SSLException)) {
            ctx.fireExceptionCaught(thrown);
            return;
        }
        if (closed) {
            return; // it has ended well, and what cannot be deciphered any more says nothing
        }
        String reason =
                records.isTls() ? HandshakeFailure.reason(cause, records.alert(), null) : "what came is not TLS";
        connection.willBeCutOff("TLS error after " + records.last() + ": " + reason);
        ctx.close();
    }
}
