package io.hellowire.client.tls;

import io.hellowire.client.step.Timeline;
import io.hellowire.wire.tls.ClearMessages;
import io.hellowire.wire.tls.Groups;
import io.hellowire.wire.tls.HandshakeMessage;
import io.hellowire.wire.tls.TlsAlert;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads along the first bytes that the server sends, which are not encrypted: its hello names the group of the key
 * exchange, which no Java API tells, and an alert sent in the clear is lost on libraries that already expect encryption.
 * It also notes when our own hello went out, since making it is no business of the network.
 */
final class HelloTap extends ChannelDuplexHandler {

    private static final int MOST_BYTES = 16 * 1024;

    private final Timeline timeline;
    private final ByteArrayOutputStream first = new ByteArrayOutputStream();
    private final ClearMessages messages = new ClearMessages();
    private volatile @Nullable Long firstSentNanos;

    HelloTap(Timeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (firstSentNanos == null) {
            firstSentNanos = timeline.now();
        }
        ctx.write(message, promise);
    }

    /** When the first byte was sent, in nanoseconds since the fetch began, or {@code null} if none was. */
    @Nullable
    Long firstSentNanos() {
        return firstSentNanos;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof ByteBuf bytes && first.size() < MOST_BYTES) {
            byte[] copy = new byte[Math.min(bytes.readableBytes(), MOST_BYTES - first.size())];
            bytes.getBytes(bytes.readerIndex(), copy);
            synchronized (first) {
                first.writeBytes(copy);
                messages.read(bytes);
            }
        }
        ctx.fireChannelRead(message);
    }

    /** The group that the server chose, such as {@code x25519}, or {@code null} if it did not say. */
    @Nullable
    String group() {
        return Groups.chosenIn(handshake());
    }

    /** Whether the server asked, in the clear as before TLS 1.3, for our certificate. */
    boolean asksForCertificate() {
        return HandshakeMessage.split(handshake()).stream()
                .anyMatch(message -> message.type() == HandshakeMessage.CERTIFICATE_REQUEST);
    }

    private byte[] handshake() {
        synchronized (first) {
            return messages.all();
        }
    }

    /** The alert that the server sent in the clear, or {@code null}. */
    @Nullable
    TlsAlert alert() {
        synchronized (first) {
            Integer code = messages.alert();
            return code == null ? null : TlsAlert.ofCode(code);
        }
    }

    /** Whether anything came at all. */
    boolean hasReceived() {
        return firstBytes().length > 0;
    }

    /** The first bytes that came, for a server that does not speak TLS. */
    byte[] firstBytes() {
        synchronized (first) {
            return first.toByteArray();
        }
    }
}
