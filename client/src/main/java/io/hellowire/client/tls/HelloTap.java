package io.hellowire.client.tls;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a copy of the first bytes that the server sends, which are not encrypted: its hello names the group of the key
 * exchange, which no Java API tells, and an alert sent in the clear is lost on libraries that already expect encryption.
 */
final class HelloTap extends ChannelInboundHandlerAdapter {

    private static final int MOST_BYTES = 16 * 1024;
    private static final int RECORD_HEADER = 5;
    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;

    private final ByteArrayOutputStream first = new ByteArrayOutputStream();

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof ByteBuf bytes && first.size() < MOST_BYTES) {
            byte[] copy = new byte[Math.min(bytes.readableBytes(), MOST_BYTES - first.size())];
            bytes.getBytes(bytes.readerIndex(), copy);
            synchronized (first) {
                first.writeBytes(copy);
            }
        }
        ctx.fireChannelRead(message);
    }

    /** The group that the server chose, such as {@code x25519}, or {@code null} if it did not say. */
    @Nullable
    String group() {
        return ServerMessages.group(handshakeBytes());
    }

    /** Whether the server asked, in the clear, for our certificate. */
    boolean asksForCertificate() {
        return ServerMessages.askForCertificate(handshakeBytes());
    }

    /** The alert that the server sent in the clear, or {@code null}. */
    @Nullable
    TlsAlert alert() {
        ByteBuffer in = received();
        while (in.remaining() >= RECORD_HEADER) {
            int type = in.get() & 0xff;
            in.getShort();
            int length = in.getShort() & 0xffff;
            if (length > in.remaining()) {
                return null;
            }
            if (type == ALERT && length == 2) {
                return TlsAlert.ofCode(in.get(in.position() + 1) & 0xff);
            }
            in.position(in.position() + length);
        }
        return null;
    }

    /** Whether anything came at all. */
    boolean hasReceived() {
        return received().hasRemaining();
    }

    /** The first bytes that came, for a server that does not speak TLS. */
    byte[] firstBytes() {
        synchronized (first) {
            return first.toByteArray();
        }
    }

    private ByteBuffer received() {
        return ByteBuffer.wrap(firstBytes());
    }

    /** The messages of the handshake, out of their records, up to the first that is encrypted. */
    private byte[] handshakeBytes() {
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        ByteBuffer in = received();
        while (in.remaining() >= RECORD_HEADER) {
            int type = in.get() & 0xff;
            in.getShort();
            int length = Math.min(in.getShort() & 0xffff, in.remaining());
            if (type != HANDSHAKE) {
                break;
            }
            byte[] payload = new byte[length];
            in.get(payload);
            messages.writeBytes(payload);
        }
        return messages.toByteArray();
    }
}
