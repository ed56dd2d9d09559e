package io.hellowire.capture.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class KeyDerivationTest {

    /** RFC 8448 section 3, "derive write traffic keys for handshake data" of the client. */
    @Test
    void expandsTheTrafficKeysOfThePublishedTrace() throws Exception {
        byte[] secret = hex("b3eddb126e067f35a780b3abf45e2d8f3b1a950738f52e9600746a0e27a55a21");

        assertThat(KeyDerivation.expandLabel("HmacSHA256", secret, "key", 16))
                .isEqualTo(hex("dbfaa693d1762c5b666af5d950258d01"));
        assertThat(KeyDerivation.expandLabel("HmacSHA256", secret, "iv", 12))
                .isEqualTo(hex("5bd3c71b836e0b76bb73265f"));
    }

    /** The vector for SHA-256 that the TLS working group's list passed round in 2008. */
    @Test
    void expandsTls12sPseudorandomFunctionOverSeveralBlocks() throws Exception {
        byte[] secret = hex("9bbe436ba940f017b17652849a71db35");
        byte[] seed = hex("a0ba9f936cda311827a6f796ffd5198c");

        assertThat(KeyDerivation.prf("HmacSHA256", secret, "test label", seed, 100))
                .isEqualTo(hex("e3f229ba727be17b8d122620557cd453c2aab21d07c3d495329b52d4e61edb5a"
                        + "6b301791e90d35c9c9a46b4e14baf9af0fa022f7077def17abfd3797c0564bab"
                        + "4fbc91666e9def9b97fce34f796789baa48082d122ee42c5a72e5a5110fff70187347b66"));
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
