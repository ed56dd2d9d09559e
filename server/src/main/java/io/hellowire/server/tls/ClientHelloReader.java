package io.hellowire.server.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hellowire.server.connection.ClientHello;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads a ClientHello, RFC 8446 section 4.1.2 and RFC 5246 section 7.4.1.2, as far as it can be understood. */
final class ClientHelloReader {

    private static final int CLIENT_HELLO = 1;
    private static final int RANDOM_BYTES = 32;
    private static final int TLS_1_0 = 0x0301;
    private static final int SERVER_NAME = 0;
    private static final int ALPN = 16;
    private static final int MAX_FRAGMENT_LENGTH = 1;
    private static final int SUPPORTED_GROUPS = 10;
    private static final int SIGNATURE_ALGORITHMS = 13;
    private static final int SUPPORTED_VERSIONS = 43;

    private final List<Integer> versions = new ArrayList<>();
    private final List<String> protocols = new ArrayList<>();
    private final List<Integer> cipherSuites = new ArrayList<>();
    private @Nullable List<Integer> groups;
    private @Nullable List<Integer> schemes;
    private @Nullable String serverName;
    private int legacyVersion;
    private boolean versionsListed;
    private boolean smallRecords;

    private ClientHelloReader() {}

    /**
     * Reads a message.
     *
     * @param message the handshake message with its header of four bytes
     * @return {@code null} if it is none; one that is broken somewhere is read up to there
     */
    static @Nullable ClientHello read(byte[] message) {
        ClientHelloReader reader = reader(message);
        return reader == null ? null : reader.shown();
    }

    /** Reads it for what it offers in numbers, otherwise like {@link #read}. */
    static @Nullable Offer offer(byte[] message) {
        ClientHelloReader reader = reader(message);
        return reader == null ? null : reader.offered();
    }

    private static @Nullable ClientHelloReader reader(byte[] message) {
        if (message.length < 4 || message[0] != CLIENT_HELLO) {
            return null;
        }
        ClientHelloReader reader = new ClientHelloReader();
        try {
            reader.readBody(ByteBuffer.wrap(message).position(4));
        } catch (BufferUnderflowException e) {
            // It promises more than it holds, which the TLS library will refuse; what was read is worth showing.
        }
        return reader;
    }

    private ClientHello shown() {
        return new ClientHello(
                serverName,
                versions.stream().map(CipherSuites::version).toList(),
                protocols,
                cipherSuites.stream().map(CipherSuites::name).toList());
    }

    private Offer offered() {
        return new Offer(legacyVersion, offeredVersions(), cipherSuites, groups, schemes, protocols, smallRecords);
    }

    /** Where there is no list the one version named is the highest, and all that came before are meant too. */
    private List<Integer> offeredVersions() {
        return versionsListed
                ? versions
                : IntStream.rangeClosed(TLS_1_0, legacyVersion).boxed().toList();
    }

    private void readBody(ByteBuffer in) {
        legacyVersion = number(in, 2);
        bytes(in, RANDOM_BYTES);
        part(in, 1); // session id
        ByteBuffer suites = part(in, 2);
        while (suites.hasRemaining()) {
            addUnlessGrease(number(suites, 2), cipherSuites);
        }
        part(in, 1); // compression methods
        if (in.hasRemaining()) {
            readExtensions(part(in, 2));
        }
        if (versions.isEmpty()) {
            versions.add(legacyVersion);
        }
    }

    private void readExtensions(ByteBuffer in) {
        while (in.hasRemaining()) {
            int type = number(in, 2);
            ByteBuffer content = part(in, 2);
            switch (type) {
                case SERVER_NAME -> readServerName(part(content, 2));
                case ALPN -> readProtocols(part(content, 2));
                case SUPPORTED_VERSIONS -> {
                    addNumbers(part(content, 1), versions);
                    versionsListed = true;
                }
                case SUPPORTED_GROUPS -> groups = addNumbers(part(content, 2), new ArrayList<>());
                case SIGNATURE_ALGORITHMS -> schemes = addNumbers(part(content, 2), new ArrayList<>());
                case MAX_FRAGMENT_LENGTH -> smallRecords = true;
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

    private static List<Integer> addNumbers(ByteBuffer in, List<Integer> numbers) {
        while (in.hasRemaining()) {
            addUnlessGrease(number(in, 2), numbers);
        }
        return numbers;
    }

    private static void addUnlessGrease(int number, List<Integer> numbers) {
        if (!isGrease(number)) {
            numbers.add(number);
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
