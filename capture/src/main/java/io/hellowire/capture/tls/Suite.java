package io.hellowire.capture.tls;

import org.jspecify.annotations.Nullable;

/** The cipher suites that can be opened: those with authenticated encryption, which are all of TLS 1.3 and today's of 1.2. */
enum Suite {
    TLS_AES_128_GCM_SHA256(0x1301, 16, "SHA256"),
    TLS_AES_256_GCM_SHA384(0x1302, 32, "SHA384"),
    TLS_CHACHA20_POLY1305_SHA256(0x1303, 32, "SHA256"),
    TLS_RSA_WITH_AES_128_GCM_SHA256(0x009C, 16, "SHA256"),
    TLS_RSA_WITH_AES_256_GCM_SHA384(0x009D, 32, "SHA384"),
    TLS_DHE_RSA_WITH_AES_128_GCM_SHA256(0x009E, 16, "SHA256"),
    TLS_DHE_RSA_WITH_AES_256_GCM_SHA384(0x009F, 32, "SHA384"),
    TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256(0xC02B, 16, "SHA256"),
    TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384(0xC02C, 32, "SHA384"),
    TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256(0xC02F, 16, "SHA256"),
    TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384(0xC030, 32, "SHA384"),
    TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256(0xCCA8, 32, "SHA256"),
    TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256(0xCCA9, 32, "SHA256");

    private final int number;
    private final int keyBytes;
    private final String hash;

    Suite(int number, int keyBytes, String hash) {
        this.number = number;
        this.keyBytes = keyBytes;
        this.hash = hash;
    }

    /** The suite of this number, or {@code null} if we cannot open it. */
    static @Nullable Suite of(int number) {
        for (Suite suite : values()) {
            if (suite.number == number) {
                return suite;
            }
        }
        return null;
    }

    int keyBytes() {
        return keyBytes;
    }

    boolean isChaCha() {
        return name().contains("CHACHA20");
    }

    /** The JDK's name of the keyed hash that keys are derived with. */
    String mac() {
        return "Hmac" + hash;
    }

    int hashBytes() {
        return hash.equals("SHA384") ? 48 : 32;
    }
}
