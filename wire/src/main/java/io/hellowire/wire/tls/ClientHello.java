package io.hellowire.wire.tls;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a client begins a handshake, RFC 8446 section 4.1.2 and RFC 5246 section 7.4.1.2. Names that the client chose are
 * as it sent them: print them with {@link io.hellowire.wire.text.Printable} only.
 *
 * @param random 64 hexadecimal digits, which name the connection in a key log; fewer if the hello is cut there
 * @param serverName the name it asked for (SNI), {@code null} if it named none
 * @param offer what it offers
 */
public record ClientHello(String random, @Nullable String serverName, Offer offer) {

    private static final int RANDOM_BYTES = 32;

    /**
     * Reads a message.
     *
     * @param messages handshake messages, of which it is the first
     * @return {@code null} if it is none; one that is broken somewhere is read up to there
     */
    public static @Nullable ClientHello read(byte[] messages) {
        List<HandshakeMessage> all = HandshakeMessage.split(messages);
        return all.isEmpty() || all.get(0).type() != HandshakeMessage.CLIENT_HELLO
                ? null
                : new Reader().read(all.get(0).body());
    }

    /** Keeps what it has read until nothing more can be understood. */
    private static final class Reader {

        private static final int SERVER_NAME = 0;
        private static final int MAX_FRAGMENT_LENGTH = 1;
        private static final int SUPPORTED_GROUPS = 10;
        private static final int SIGNATURE_ALGORITHMS = 13;
        private static final int ALPN = 16;
        private static final int SUPPORTED_VERSIONS = 43;

        private byte[] random = {};
        private @Nullable String serverName;
        private int legacyVersion;
        private List<Integer> versions = List.of();
        private List<Integer> suites = List.of();
        private @Nullable List<Integer> groups;
        private @Nullable List<Integer> schemes;
        private List<String> protocols = List.of();
        private boolean smallRecords;

        ClientHello read(ByteBuffer in) {
            try {
                readBody(in);
            } catch (BufferUnderflowException e) {
                // It promises more than it holds, which the TLS library will refuse; what was read is worth showing.
            }
            return new ClientHello(
                    HexFormat.of().formatHex(random),
                    serverName,
                    new Offer(legacyVersion, versions, suites, groups, schemes, protocols, smallRecords));
        }

        private void readBody(ByteBuffer in) {
            legacyVersion = Vectors.number(in, 2);
            random = new byte[Math.min(RANDOM_BYTES, in.remaining())];
            in.get(random);
            Vectors.part(in, 1); // session id
            suites = Vectors.numbers(Vectors.part(in, 2));
            Vectors.part(in, 1); // compression methods
            if (in.hasRemaining()) {
                readExtensions(Vectors.part(in, 2));
            }
        }

        private void readExtensions(ByteBuffer in) {
            while (in.hasRemaining()) {
                int type = Vectors.number(in, 2);
                ByteBuffer content = Vectors.part(in, 2);
                switch (type) {
                    case SERVER_NAME -> readServerName(Vectors.part(content, 2));
                    case ALPN -> protocols = Vectors.protocols(Vectors.part(content, 2));
                    case SUPPORTED_VERSIONS -> versions = Vectors.numbers(Vectors.part(content, 1));
                    case SUPPORTED_GROUPS -> groups = Vectors.numbers(Vectors.part(content, 2));
                    case SIGNATURE_ALGORITHMS -> schemes = Vectors.numbers(Vectors.part(content, 2));
                    case MAX_FRAGMENT_LENGTH -> smallRecords = true;
                    default -> {}
                }
            }
        }

        private void readServerName(ByteBuffer in) {
            if (Vectors.number(in, 1) == 0) {
                serverName = Vectors.text(Vectors.part(in, 2));
            }
        }
    }
}
