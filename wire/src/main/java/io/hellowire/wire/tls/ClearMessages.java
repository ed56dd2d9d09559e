package io.hellowire.wire.tls;

import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads along what one end of a connection says in the clear: the messages of its handshake up to the first that is
 * encrypted, and an alert. Some stacks send {@code unknown_ca} unencrypted when encrypted records are due; a TLS library
 * can then only say that a record was bad. No more is kept than a bound.
 */
public final class ClearMessages {

    private static final int MOST_BYTES = 64 * 1024;

    private final RecordWalk records = new RecordWalk(this::keep);
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream(512);
    private boolean over;
    private int firstType;
    private int firstLength;
    private long received;

    /** Reads on, without moving the buffer's reader index. */
    public void read(ByteBuf in) {
        received += in.readableBytes();
        records.read(in);
    }

    private void keep(int type, ByteBuf in, int at, int count) {
        over |= type != TlsRecord.HANDSHAKE;
        if (over || messages.size() >= MOST_BYTES) {
            return;
        }
        byte[] piece = new byte[Math.min(count, MOST_BYTES - messages.size())];
        in.getBytes(at, piece);
        firstType = messages.size() == 0 ? piece[0] : firstType;
        messages.writeBytes(piece);
        if (firstLength == 0 && messages.size() >= HandshakeMessage.HEADER_BYTES) {
            HandshakeMessage first =
                    HandshakeMessage.split(messages.toByteArray()).get(0);
            firstLength = HandshakeMessage.HEADER_BYTES + first.length();
        }
    }

    /** How many bytes were sent. */
    public long received() {
        return received;
    }

    /** Whether a ClientHello has begun, or may still begin, and is not complete. */
    public boolean isHelloOnItsWay() {
        boolean mayBeHello = messages.size() == 0 || firstType == HandshakeMessage.CLIENT_HELLO;
        boolean mayEnd = firstLength <= MOST_BYTES && received <= MOST_BYTES;
        return received == 0
                || (records.type() == TlsRecord.HANDSHAKE && !over && mayBeHello && mayEnd && !isFirstWhole());
    }

    private boolean isFirstWhole() {
        return firstLength > 0 && messages.size() >= firstLength;
    }

    /** The first message with its header, or {@code null} if it has not come completely. */
    public byte @Nullable [] first() {
        return isFirstWhole() ? Arrays.copyOf(messages.toByteArray(), firstLength) : null;
    }

    /** All messages, the last perhaps cut. */
    public byte[] all() {
        return messages.toByteArray();
    }

    /** The number of the alert that came in the clear, or {@code null}. */
    public @Nullable Integer alert() {
        return records.alert();
    }
}
