package io.hellowire.server.tls;

import io.hellowire.server.connection.Connection;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;

/**
 * Notices that TLS itself sends an alert on an established connection. Netty's engine for BoringSSL then keeps the error
 * to itself until the next record comes, which may be never: so it is given one. What fails twice tells why.
 *
 * <p>In TLS 1.3 a sealed alert looks like two bytes of an answer (RFC 8446 section 5.2), and a healthy connection survives
 * no record that is none. But answers go out when somebody above flushes, and what TLS has to say while it reads.
 */
public final class OwnAlert extends ChannelDuplexHandler {

    private static final int HEADER_BYTES = 5;
    private static final int ALERT = 21;
    private static final int APPLICATION_DATA = 23;

    /** Level, description, the real type and the tag, RFC 8446 section 5.2. */
    private static final int SEALED_ALERT_BYTES = 19;

    private static final byte[] ANY_RECORD = {APPLICATION_DATA, 3, 3, 0, SEALED_ALERT_BYTES};

    private final Connection connection;
    private boolean reads;
    private boolean answers;

    /** @param connection the one whose handshake is over */
    public OwnAlert(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        reads = true;
        ctx.fireChannelRead(message);
        reads = false;
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        boolean isAlert = message instanceof ByteBuf record && isAlert(record);
        ctx.write(message, promise);
        if (isAlert) {
            ctx.executor().execute(() -> askAgain(ctx)); // not now, in the middle of what TLS does
        }
    }

    /** Sends answers: none of these records is an alert. */
    void sendAnswers(ChannelHandlerContext above) {
        answers = true;
        above.flush();
        answers = false;
    }

    private boolean isAlert(ByteBuf record) {
        if (record.readableBytes() < HEADER_BYTES) {
            return false;
        }
        int type = record.getUnsignedByte(record.readerIndex());
        boolean mayBeSealed = reads && !answers;
        return type == ALERT
                || (mayBeSealed
                        && type == APPLICATION_DATA
                        && record.readableBytes() == HEADER_BYTES + SEALED_ALERT_BYTES);
    }

    /** Our own alert at the end of a connection is no error. */
    private void askAgain(ChannelHandlerContext ctx) {
        if (connection.lifecycle().isServing() && !ctx.isRemoved()) {
            ctx.fireChannelRead(Unpooled.wrappedBuffer(ANY_RECORD, new byte[SEALED_ALERT_BYTES]));
        }
    }
}
