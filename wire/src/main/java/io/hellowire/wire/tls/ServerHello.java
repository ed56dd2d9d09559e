package io.hellowire.wire.tls;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a server chose, in the clear (RFC 8446 section 4.1.3).
 *
 * @param version such as 0x0304 for TLS 1.3
 * @param random 64 hexadecimal digits
 * @param suite the number of the cipher suite
 * @param protocol chosen by ALPN, or {@code null}: none, or encrypted as TLS 1.3 does
 * @param group the number of the group of the key exchange in TLS 1.3, or {@code null}
 */
public record ServerHello(
        int version,
        String random,
        int suite,
        @Nullable String protocol,
        @Nullable Integer group) {

    private static final int RANDOM_BYTES = 32;
    private static final int ALPN = 16;
    private static final int SUPPORTED_VERSIONS = 43;
    private static final int KEY_SHARE = 51;

    /** The hello at the start of these handshake messages, or {@code null} if it is not there whole. */
    public static @Nullable ServerHello read(byte[] messages) {
        List<HandshakeMessage> all = HandshakeMessage.split(messages);
        return all.isEmpty() ? null : of(all.get(0));
    }

    static @Nullable ServerHello of(HandshakeMessage message) {
        try {
            return message.type() == HandshakeMessage.SERVER_HELLO && message.isWhole() ? read(message.body()) : null;
        } catch (BufferUnderflowException e) {
            return null; // a hello that ends inside one of its fields is no hello
        }
    }

    private static ServerHello read(ByteBuffer in) {
        int version = Vectors.number(in, 2);
        byte[] random = new byte[RANDOM_BYTES];
        in.get(random);
        Vectors.part(in, 1); // session id
        int suite = Vectors.number(in, 2);
        Vectors.number(in, 1); // compression
        String protocol = null;
        Integer group = null;
        ByteBuffer extensions = in.hasRemaining() ? Vectors.part(in, 2) : in;
        while (extensions.hasRemaining()) {
            int type = Vectors.number(extensions, 2);
            ByteBuffer content = Vectors.part(extensions, 2);
            if (type == SUPPORTED_VERSIONS) {
                version = Vectors.number(content, 2);
            } else if (type == ALPN) {
                protocol = Vectors.text(Vectors.part(Vectors.part(content, 2), 1));
            } else if (type == KEY_SHARE && content.remaining() > 2) { // two bytes only: asks to try another group
                group = Vectors.number(content, 2);
            }
        }
        return new ServerHello(version, HexFormat.of().formatHex(random), suite, protocol, group);
    }
}
