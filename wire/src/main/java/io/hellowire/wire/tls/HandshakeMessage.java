package io.hellowire.wire.tls;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A message of a handshake (RFC 8446 section 4), without its header.
 *
 * @param type what it is
 * @param body what it says, as far as it came
 * @param length how many bytes it should have
 */
public record HandshakeMessage(int type, ByteBuffer body, int length) {

    public static final int CLIENT_HELLO = 1;
    public static final int SERVER_HELLO = 2;
    public static final int SERVER_KEY_EXCHANGE = 12;
    public static final int CERTIFICATE_REQUEST = 13;
    public static final int FINISHED = 20;
    public static final int KEY_UPDATE = 24;

    public static final int HEADER_BYTES = 4;

    /** Splits messages that follow one another; of the last, its header at least must be there. */
    public static List<HandshakeMessage> split(byte[] messages) {
        List<HandshakeMessage> all = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(messages);
        while (in.remaining() >= HEADER_BYTES) {
            int type = Vectors.number(in, 1);
            int length = Vectors.number(in, 3);
            all.add(new HandshakeMessage(type, Vectors.bytes(in, Math.min(length, in.remaining())), length));
        }
        return all;
    }

    /** Whether all of it came. */
    public boolean isWhole() {
        return body.limit() == length;
    }
}
