package io.hellowire.capture.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the two messages in which TLS is negotiated in the clear (RFC 8446 sections 4.1.2 and 4.1.3). */
final class HelloReader {

    private static final int CLIENT_HELLO = 1;
    private static final int SERVER_HELLO = 2;
    private static final int RANDOM = 32;

    private static final int SERVER_NAME = 0;
    private static final int ALPN = 16;
    private static final int SUPPORTED_VERSIONS = 43;

    private HelloReader() {}

    /** The client's hello at the start of these handshake messages, or {@code null} if it is not there whole. */
    static @Nullable ClientHello clientHello(byte[] messages) {
        try {
            ByteBuffer body = body(messages, CLIENT_HELLO);
            if (body == null) {
                return null;
            }
            body.getShort();
            byte[] random = bytes(body, RANDOM);
            bytes(body, body.get() & 0xFF); // session
            bytes(body, body.getShort() & 0xFFFF); // cipher suites
            bytes(body, body.get() & 0xFF); // compression
            String serverName = null;
            List<String> protocols = List.of();
            for (Extension extension : extensions(body)) {
                if (extension.type() == SERVER_NAME) {
                    serverName = serverName(extension.body());
                } else if (extension.type() == ALPN) {
                    protocols = protocols(extension.body());
                }
            }
            return new ClientHello(HexFormat.of().formatHex(random), serverName, protocols);
        } catch (BufferUnderflowException e) {
            return null; // a hello that ends inside one of its fields is no hello
        }
    }

    /** The server's hello at the start of these handshake messages, or {@code null} if it is not there whole. */
    static @Nullable ServerHello serverHello(byte[] messages) {
        try {
            ByteBuffer body = body(messages, SERVER_HELLO);
            if (body == null) {
                return null;
            }
            int version = body.getShort() & 0xFFFF;
            byte[] random = bytes(body, RANDOM);
            bytes(body, body.get() & 0xFF); // session
            int suite = body.getShort() & 0xFFFF;
            body.get(); // compression
            String protocol = null;
            for (Extension extension : extensions(body)) {
                if (extension.type() == SUPPORTED_VERSIONS) {
                    version = extension.body().getShort() & 0xFFFF;
                } else if (extension.type() == ALPN) {
                    protocol = protocols(extension.body()).stream().findFirst().orElse(null);
                }
            }
            return new ServerHello(version, HexFormat.of().formatHex(random), suite, protocol);
        } catch (BufferUnderflowException e) {
            return null; // as above
        }
    }

    private static @Nullable ByteBuffer body(byte[] messages, int type) {
        ByteBuffer in = ByteBuffer.wrap(messages);
        if (in.remaining() < 4 || in.get(0) != type) {
            return null;
        }
        int length = in.getInt() & 0xFFFFFF;
        return length > in.remaining() ? null : slice(in, length);
    }

    private static List<Extension> extensions(ByteBuffer in) {
        List<Extension> extensions = new ArrayList<>();
        if (in.remaining() >= 2) {
            ByteBuffer all = slice(in, in.getShort() & 0xFFFF);
            while (all.hasRemaining()) {
                int type = all.getShort() & 0xFFFF;
                extensions.add(new Extension(type, slice(all, all.getShort() & 0xFFFF)));
            }
        }
        return extensions;
    }

    private static @Nullable String serverName(ByteBuffer in) {
        ByteBuffer names = slice(in, in.getShort() & 0xFFFF);
        return names.get() == 0 ? text(names, names.getShort() & 0xFFFF) : null;
    }

    private static List<String> protocols(ByteBuffer in) {
        List<String> protocols = new ArrayList<>();
        ByteBuffer names = slice(in, in.getShort() & 0xFFFF);
        while (names.hasRemaining()) {
            protocols.add(text(names, names.get() & 0xFF));
        }
        return List.copyOf(protocols);
    }

    private static String text(ByteBuffer in, int length) {
        return new String(bytes(in, length), ISO_8859_1);
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[Math.min(length, in.remaining() + 1)]; // one too many, to fail below
        in.get(bytes);
        return bytes;
    }

    private static ByteBuffer slice(ByteBuffer in, int length) {
        return ByteBuffer.wrap(bytes(in, length));
    }

    private record Extension(int type, ByteBuffer body) {}
}
