package io.hellowire.server.tls;

import io.hellowire.server.connection.ClientHello;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the TLS handler during a handshake and reads along what the client sends in the clear. When that is no
 * TLS at all but text, as when a browser was given {@code http://} by mistake, it says so instead of passing it on.
 */
public final class HandshakeTap extends ChannelInboundHandlerAdapter {

    private final Runnable whenPlainText;
    private final ClearRecords records = new ClearRecords();
    private boolean begun;

    /** @param whenPlainText puts what answers plain text in the place of TLS, then takes this out */
    public HandshakeTap(Runnable whenPlainText) {
        this.whenPlainText = whenPlainText;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf in = (ByteBuf) message;
        if (!begun && in.isReadable()) {
            begun = true;
            if (isText(in.getByte(in.readerIndex()))) {
                whenPlainText.run();
                ctx.fireChannelRead(in);
                return;
            }
        }
        records.read(in);
        ctx.fireChannelRead(in);
    }

    /** Every method begins with a token character, and an empty line may come first; no TLS record begins so. */
    private static boolean isText(byte first) {
        return (first > ' ' && first < 0x7F) || first == '\r' || first == '\n';
    }

    /** How many bytes the client has sent. */
    long received() {
        return records.received();
    }

    /** The alert that came in the clear, or {@code null}. */
    @Nullable
    Alert alert() {
        return records.alert();
    }

    /** What the client offered, or {@code null} if it has not, or not yet. */
    @Nullable
    ClientHello hello() {
        byte[] message = records.helloMessage();
        return message == null ? null : ClientHelloReader.read(message);
    }
}
