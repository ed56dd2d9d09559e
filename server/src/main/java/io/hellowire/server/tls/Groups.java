package io.hellowire.server.tls;

import java.util.Map;
import java.util.Set;

/** The groups for a key exchange, from the IANA registry "TLS Supported Groups". */
final class Groups {

    static final Set<Integer> OF_BORINGSSL = Set.of(0x0017, 0x0018, 0x0019, 0x001D, 0x11EC);
    static final Set<Integer> OF_JDK =
            Set.of(0x0017, 0x0018, 0x0019, 0x001D, 0x001E, 0x0100, 0x0101, 0x0102, 0x0103, 0x0104);

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

    static String name(int number) {
        String name = NAMES.get(number);
        return name == null ? String.format("0x%04X", number) : name;
    }
}
