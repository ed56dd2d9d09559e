package io.hellowire.server.tls;

import io.hellowire.server.connection.Connection;
import io.hellowire.wire.tls.TlsRecord;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;

/**
 * Notices that TLS itself sends an alert on an established connection. Netty's engine for BoringSSL then keeps the error
 * to itself until the next record comes, which may be never: so it is given one. What fails twice tells why.
 */
public final class OwnAlert extends ChannelOutboundHandlerAdapter {

    private static final int HEADER_BYTES = 5;

    /** Level, description, the real type and the tag, RFC 8446 section 5.2; nothing else that we send is so short. */
    private static final int SEALED_ALERT_BYTES = 19;

    private static final byte[] ANY_RECORD = {TlsRecord.APPLICATION_DATA, 3, 3, 0, SEALED_ALERT_BYTES};

    private final Connection connection;

    /** @param connection the one whose handshake is over */
    public OwnAlert(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        boolean isAlert = message instanceof ByteBuf record && isAlert(record);
        ctx.write(message, promise);
        if (isAlert) {
            ctx.executor().execute(() -> askAgain(ctx)); // not now, in the middle of what TLS does
        }
    }

    private static boolean isAlert(ByteBuf record) {
        if (record.readableBytes() < HEADER_BYTES) {
            return false;
        }
        int type = record.getUnsignedByte(record.readerIndex());
        return type == TlsRecord.ALERT
                || (type == TlsRecord.APPLICATION_DATA && record.readableBytes() == HEADER_BYTES + SEALED_ALERT_BYTES);
    }

    /** Our own alert at the end of a connection is no error. */
    private void askAgain(ChannelHandlerContext ctx) {
        if (!connection.lifecycle().isClosing() && !ctx.isRemoved()) {
            ctx.fireChannelRead(Unpooled.wrappedBuffer(ANY_RECORD, new byte[SEALED_ALERT_BYTES]));
        }
    }
}
