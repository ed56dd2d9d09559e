package io.hellowire.server.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hellowire.server.connection.ClientHello;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Reads a ClientHello, RFC 8446 section 4.1.2 and RFC 5246 section 7.4.1.2, as far as it can be understood. */
final class ClientHelloReader {

    private static final int CLIENT_HELLO = 1;
    private static final int RANDOM_BYTES = 32;
    private static final int SERVER_NAME = 0;
    private static final int ALPN = 16;
    private static final int SUPPORTED_VERSIONS = 43;

    private final List<String> versions = new ArrayList<>();
    private final List<String> protocols = new ArrayList<>();
    private final List<String> cipherSuites = new ArrayList<>();
    private @Nullable String serverName;

    private ClientHelloReader() {}

    /**
     * Reads a message.
     *
     * @param message the handshake message with its header of four bytes
     * @return {@code null} if it is none; one that is broken somewhere is read up to there
     */
    static @Nullable ClientHello read(byte[] message) {
        if (message.length < 4 || message[0] != CLIENT_HELLO) {
            return null;
        }
        ClientHelloReader reader = new ClientHelloReader();
        try {
            reader.readBody(ByteBuffer.wrap(message).position(4));
        } catch (BufferUnderflowException e) {
            // It promises more than it holds, which the TLS library will refuse; what was read is worth showing.
        }
        return new ClientHello(reader.serverName, reader.versions, reader.protocols, reader.cipherSuites);
    }

    private void readBody(ByteBuffer in) {
        int version = number(in, 2);
        bytes(in, RANDOM_BYTES);
        part(in, 1); // session id
        ByteBuffer suites = part(in, 2);
        while (suites.hasRemaining()) {
            addUnlessGrease(number(suites, 2), CipherSuites::name, cipherSuites);
        }
        part(in, 1); // compression methods
        if (in.hasRemaining()) {
            readExtensions(part(in, 2));
        }
        if (versions.isEmpty()) {
            versions.add(CipherSuites.version(version));
        }
    }

    private void readExtensions(ByteBuffer in) {
        while (in.hasRemaining()) {
            int type = number(in, 2);
            ByteBuffer content = part(in, 2);
            switch (type) {
                case SERVER_NAME -> readServerName(part(content, 2));
                case ALPN -> readProtocols(part(content, 2));
                case SUPPORTED_VERSIONS -> readVersions(part(content, 1));
                default -> {}
            }
        }
    }

    private void readServerName(ByteBuffer in) {
        if (number(in, 1) == 0) {
            serverName = text(part(in, 2));
        }
    }

    private void readProtocols(ByteBuffer in) {
        while (in.hasRemaining()) {
            String protocol = text(part(in, 1));
            if (protocol.length() != 2 || !isGrease((protocol.charAt(0) << 8) | protocol.charAt(1))) {
                protocols.add(protocol);
            }
        }
    }

    private void readVersions(ByteBuffer in) {
        while (in.hasRemaining()) {
            addUnlessGrease(number(in, 2), CipherSuites::version, versions);
        }
    }

    private static void addUnlessGrease(int number, IntFunction<String> name, List<String> names) {
        if (!isGrease(number)) {
            names.add(name.apply(number));
        }
    }

    /** RFC 8701: values such as 0x0A0A or 0xFAFA mean nothing and are there to be ignored. */
    private static boolean isGrease(int number) {
        return (number & 0x0F0F) == 0x0A0A && number >> 8 == (number & 0xFF);
    }

    private static int number(ByteBuffer in, int bytes) {
        int number = 0;
        for (int i = 0; i < bytes; i++) {
            number = number << 8 | (in.get() & 0xFF);
        }
        return number;
    }

    private static ByteBuffer part(ByteBuffer in, int lengthBytes) {
        return bytes(in, number(in, lengthBytes));
    }

    private static ByteBuffer bytes(ByteBuffer in, int count) {
        if (count > in.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer part = in.slice(in.position(), count);
        in.position(in.position() + count);
        return part;
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[in.remaining()];
        in.get(bytes);
        return new String(bytes, ISO_8859_1);
    }
}
