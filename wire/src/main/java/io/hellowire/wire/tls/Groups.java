package io.hellowire.wire.tls;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The groups for a key exchange, from the IANA registry "TLS Supported Groups". */
public final class Groups {

    public static final Set<Integer> OF_BORINGSSL = Set.of(0x0017, 0x0018, 0x0019, 0x001D, 0x11EC);
    public static final Set<Integer> OF_JDK =
            Set.of(0x0017, 0x0018, 0x0019, 0x001D, 0x001E, 0x0100, 0x0101, 0x0102, 0x0103, 0x0104);

    private static final int NAMED_CURVE = 3;

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(0x0013, "secp192r1"),
            Map.entry(0x0015, "secp224r1"),
            Map.entry(0x0016, "secp256k1"),
            Map.entry(0x0017, "secp256r1"),
            Map.entry(0x0018, "secp384r1"),
            Map.entry(0x0019, "secp521r1"),
            Map.entry(0x001A, "brainpoolP256r1"),
            Map.entry(0x001B, "brainpoolP384r1"),
            Map.entry(0x001C, "brainpoolP512r1"),
            Map.entry(0x001D, "x25519"),
            Map.entry(0x001E, "x448"),
            Map.entry(0x0100, "ffdhe2048"),
            Map.entry(0x0101, "ffdhe3072"),
            Map.entry(0x11EC, "X25519MLKEM768"));

    private Groups() {}

    public static String name(int number) {
        String name = NAMES.get(number);
        return name == null ? String.format("0x%04X", number) : name;
    }

    /**
     * The name of the group that a server chose: the key_share of its hello (RFC 8446 section 4.2.8) or the curve of its
     * ServerKeyExchange (RFC 8422 section 5.4).
     *
     * @param messages what the server sent of the handshake, the last message perhaps cut
     * @return {@code null} if it does not say so, as with other ways to exchange keys
     */
    public static @Nullable String chosenIn(byte[] messages) {
        for (HandshakeMessage message : HandshakeMessage.split(messages)) {
            ServerHello hello = ServerHello.of(message);
            Integer group = hello == null ? curve(message) : hello.group();
            if (group != null) {
                return name(group);
            }
        }
        return null;
    }

    private static @Nullable Integer curve(HandshakeMessage message) {
        ByteBuffer in = message.body();
        boolean isCurve = message.type() == HandshakeMessage.SERVER_KEY_EXCHANGE
                && in.remaining() >= 3
                && Vectors.number(in, 1) == NAMED_CURVE;
        return isCurve ? Vectors.number(in, 2) : null;
    }
}
