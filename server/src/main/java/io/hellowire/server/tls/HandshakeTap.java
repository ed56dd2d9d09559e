package io.hellowire.server.tls;

import io.hellowire.server.connection.Connection;
import io.hellowire.server.connection.MemoryBudget;
import io.hellowire.wire.tls.ClearMessages;
import io.hellowire.wire.tls.ClientHello;
import io.hellowire.wire.tls.Offer;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the TLS handler during a handshake and reads along what the client sends in the clear. Its hello is
 * waited for, as it decides which certificate by which library it gets. When that is no TLS at all but text, as when a
 * browser was given {@code http://} by mistake, it says so instead of passing it on.
 */
public final class HandshakeTap extends ChannelInboundHandlerAdapter {

    /** What a client sends before the end of its handshake is kept here, and once more by the TLS library. */
    private static final int COPIES = 2;

    private final Connection connection;
    private final MemoryBudget.Share memory;
    private final TlsContexts contexts;
    private final Consumer<TlsContexts.Handler> whenHello;
    private final Runnable whenPlainText;
    private final ClearMessages messages = new ClearMessages();
    private @Nullable ByteBuf held;
    private @Nullable String mismatch;
    private boolean begun;
    private boolean waiting;
    private boolean decided;

    /**
     * @param connection the one that is secured
     * @param contexts what a client may get
     * @param whenHello puts TLS behind this, once the client has said what it knows
     * @param whenPlainText puts what answers plain text in the place of TLS, then takes this out
     */
    public HandshakeTap(
            Connection connection,
            TlsContexts contexts,
            Consumer<TlsContexts.Handler> whenHello,
            Runnable whenPlainText) {
        this.connection = connection;
        this.memory = connection.memory().share();
        this.contexts = contexts;
        this.whenHello = whenHello;
        this.whenPlainText = whenPlainText;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf in = (ByteBuf) message;
        if (!begun && in.isReadable()) {
            begun = true;
            if (isText(in.getByte(in.readerIndex()))) {
                decided = true;
                whenPlainText.run();
                ctx.fireChannelRead(in);
                return;
            }
        }
        messages.read(in);
        pass(ctx, in);
        ByteBuf waiting = held;
        if (!memory.holds(COPIES * messages.received() + (waiting == null ? 0 : waiting.capacity()))) {
            connection.cutOff(connection.memory().words() + "; in a TLS handshake");
        }
    }

    private void pass(ChannelHandlerContext ctx, ByteBuf in) {
        if (decided) {
            ctx.fireChannelRead(in);
            return;
        }
        held = held == null ? in : ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(ctx.alloc(), held, in);
        if (!waiting && !messages.isHelloOnItsWay()) {
            decide(ctx);
        }
    }

    private void decide(ChannelHandlerContext ctx) {
        ClientHello hello = hello();
        Offer offer = hello == null ? null : hello.offer();
        if (contexts.mayLearn(offer)) {
            waiting = true;
            contexts.whenComplete(ctx.executor(), () -> {
                secure(ctx, offer);
                ctx.fireChannelReadComplete();
            });
        } else {
            secure(ctx, offer);
        }
    }

    private void secure(ChannelHandlerContext ctx, @Nullable Offer offer) {
        ByteBuf received = held;
        if (received == null) {
            return; // the client did not wait
        }
        decided = true;
        held = null;
        if (offer != null && HelloRefusal.isDue(offer)) {
            received.release();
            ctx.writeAndFlush(HelloRefusal.alert(ctx.alloc(), offer));
            ctx.fireUserEventTriggered(HelloRefusal.of(offer));
            return;
        }
        TlsContexts.Handler handler = contexts.newHandler(ctx.alloc(), offer);
        mismatch = handler.mismatch();
        whenHello.accept(handler);
        ctx.fireChannelRead(received);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        if (held != null) {
            held.release();
            held = null;
        }
        memory.release();
    }

    /** Whatever a person or a program may write down; no TLS record begins so. */
    private static boolean isText(byte first) {
        return (first >= ' ' && first < 0x7F) || first == '\t' || first == '\r' || first == '\n';
    }

    /** Why this handshake could not succeed, in words; {@code null} if nothing was known against it. */
    @Nullable
    String mismatch() {
        return mismatch;
    }

    /** How many bytes the client has sent. */
    long received() {
        return messages.received();
    }

    /** The number of the alert that came in the clear, or {@code null}. */
    @Nullable
    Integer alert() {
        return messages.alert();
    }

    /** What the client offered, or {@code null} if it has not, or not yet. */
    @Nullable
    ClientHello hello() {
        byte[] message = messages.first();
        return message == null ? null : ClientHello.read(message);
    }
}
