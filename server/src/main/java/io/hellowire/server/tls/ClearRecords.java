package io.hellowire.server.tls;

import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Walks the TLS records a client sends and remembers what it says in the clear: its ClientHello, and an alert. Some
 * stacks send {@code unknown_ca} unencrypted when encrypted records are due; a TLS library can then only say that a
 * record was bad. Nothing but the ClientHello is kept, and no more of it than a bound.
 */
final class ClearRecords {

    private static final int HEADER_BYTES = 5;
    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int CLIENT_HELLO = 1;
    private static final int MAX_HELLO_BYTES = 64 * 1024;

    private final byte[] header = new byte[HEADER_BYTES];
    private int headerBytes;
    private int payloadLeft;
    private @Nullable ByteArrayOutputStream hello = new ByteArrayOutputStream(512);
    private int helloLength;
    private byte @Nullable [] helloMessage;
    private boolean strange;
    private int alertBytes;
    private int alertCode;
    private long received;

    /** Reads on, without moving the buffer's reader index. */
    void read(ByteBuf in) {
        received += in.readableBytes();
        int at = in.readerIndex();
        while (at < in.writerIndex()) {
            at += headerBytes < HEADER_BYTES ? readHeader(in, at) : readPayload(in, at);
        }
    }

    /** How many bytes the client has sent. */
    long received() {
        return received;
    }

    /** Whether a ClientHello has begun, or may still begin, and is not complete. */
    boolean isHelloOnItsWay() {
        return hello != null && !strange && received <= MAX_HELLO_BYTES;
    }

    /** The ClientHello message with its four bytes of header, or {@code null} if it has not come completely. */
    byte @Nullable [] helloMessage() {
        return helloMessage;
    }

    /** The alert that came in the clear, or {@code null}. */
    @Nullable
    Alert alert() {
        return alertBytes == 2 ? Alert.of(alertCode) : null;
    }

    private int readHeader(ByteBuf in, int at) {
        int taken = Math.min(HEADER_BYTES - headerBytes, in.writerIndex() - at);
        in.getBytes(at, header, headerBytes, taken);
        headerBytes += taken;
        strange |= header[0] != HANDSHAKE;
        if (headerBytes == HEADER_BYTES) {
            payloadLeft = (header[3] & 0xFF) << 8 | (header[4] & 0xFF);
            alertBytes = 0;
            headerBytes = payloadLeft == 0 ? 0 : HEADER_BYTES;
        }
        return taken;
    }

    private int readPayload(ByteBuf in, int at) {
        int taken = Math.min(payloadLeft, in.writerIndex() - at);
        boolean isClearAlert = header[0] == ALERT && payloadLeft + alertBytes == 2;
        if (isClearAlert) {
            alertBytes += taken;
            alertCode = in.getUnsignedByte(at + taken - 1);
        } else if (header[0] == HANDSHAKE && hello != null) {
            readHello(in, at, taken, hello);
        }
        payloadLeft -= taken;
        if (payloadLeft == 0) {
            headerBytes = 0;
        }
        return taken;
    }

    private void readHello(ByteBuf in, int at, int count, ByteArrayOutputStream message) {
        byte[] piece = new byte[count];
        in.getBytes(at, piece);
        strange |= message.size() == 0 && piece[0] != CLIENT_HELLO;
        message.writeBytes(piece);
        if (helloLength == 0 && message.size() >= 4) {
            byte[] bytes = message.toByteArray();
            helloLength = 4 + ((bytes[1] & 0xFF) << 16 | (bytes[2] & 0xFF) << 8 | (bytes[3] & 0xFF));
        }
        boolean isWhole = helloLength > 0 && message.size() >= helloLength;
        if (isWhole) {
            helloMessage = message.toByteArray();
        }
        if (isWhole || helloLength > MAX_HELLO_BYTES) {
            hello = null;
        }
    }
}
