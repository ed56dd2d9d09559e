package io.hellowire.client.tls;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Finds the group of the key exchange in what a server sends before it encrypts. */
final class ServerMessages {

    private static final int SERVER_HELLO = 2;
    private static final int SERVER_KEY_EXCHANGE = 12;
    private static final int CERTIFICATE_REQUEST = 13;
    private static final int KEY_SHARE = 51;
    private static final int NAMED_CURVE = 3;
    private static final int RANDOM_BYTES = 32;

    private ServerMessages() {}

    /**
     * Reads the key_share of a ServerHello (RFC 8446 section 4.2.8) or the curve of a ServerKeyExchange (RFC 8422
     * section 5.4).
     *
     * @param messages handshake messages, the last of which may be cut
     */
    static @Nullable String group(byte[] messages) {
        ByteBuffer in = ByteBuffer.wrap(messages);
        String group = null;
        try {
            while (group == null && in.remaining() > 4) {
                int type = in.get() & 0xff;
                int length = ((in.get() & 0xff) << 16) | (in.getShort() & 0xffff);
                ByteBuffer message = in.slice(in.position(), Math.min(length, in.remaining()));
                in.position(in.position() + message.remaining());
                group = switch (type) {
                    case SERVER_HELLO -> ofHello(message);
                    case SERVER_KEY_EXCHANGE -> ofKeyExchange(message);
                    default -> null;
                };
            }
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return null; // cut short, or nonsense: the TLS library will say so
        }
        return group;
    }

    /** Whether the server asked for our certificate, which only TLS before 1.3 does in the clear. */
    static boolean askForCertificate(byte[] messages) {
        ByteBuffer in = ByteBuffer.wrap(messages);
        while (in.remaining() > 4) {
            int type = in.get() & 0xff;
            int length = ((in.get() & 0xff) << 16) | (in.getShort() & 0xffff);
            if (type == CERTIFICATE_REQUEST) {
                return true;
            }
            in.position(in.position() + Math.min(length, in.remaining()));
        }
        return false;
    }

    private static @Nullable String ofHello(ByteBuffer hello) {
        hello.position(2 + RANDOM_BYTES);
        hello.position(hello.position() + 1 + (hello.get(hello.position()) & 0xff)); // session id
        hello.position(hello.position() + 3); // cipher suite and compression
        if (hello.remaining() < 2) {
            return null;
        }
        hello.getShort();
        while (hello.remaining() >= 4) {
            int type = hello.getShort() & 0xffff;
            int length = hello.getShort() & 0xffff;
            if (type == KEY_SHARE && length > 2) { // two bytes only: a request to try another group
                return name(hello.getShort() & 0xffff);
            }
            hello.position(hello.position() + length);
        }
        return null;
    }

    private static @Nullable String ofKeyExchange(ByteBuffer keyExchange) {
        return keyExchange.get() == NAMED_CURVE ? name(keyExchange.getShort() & 0xffff) : null;
    }

    /** The IANA registry "TLS Supported Groups". */
    private static String name(int group) {
        return switch (group) {
            case 0x0017 -> "secp256r1";
            case 0x0018 -> "secp384r1";
            case 0x0019 -> "secp521r1";
            case 0x001d -> "x25519";
            case 0x001e -> "x448";
            case 0x0100 -> "ffdhe2048";
            case 0x0101 -> "ffdhe3072";
            case 0x11ec -> "X25519MLKEM768";
            default -> String.format("group 0x%04x", group);
        };
    }
}
