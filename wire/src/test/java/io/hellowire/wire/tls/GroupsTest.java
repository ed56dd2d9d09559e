package io.hellowire.wire.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class GroupsTest {

    /** The ServerHello of RFC 8448 section 3. */
    private static final byte[] SERVER_HELLO = HexFormat.of()
            .parseHex("020000560303a6af06a4121860dc5e6e60249cd34c95930c8ac5cb1434dac155772ed3e2692800130100002e00330024"
                    + "001d0020c9828876112095fe66762bdbf7c672e156d6cc253b833df1dd69b1b04e751f0f002b00020304");

    @Test
    void findsTheGroupInAServerHello() {
        assertThat(Groups.chosenIn(SERVER_HELLO)).isEqualTo("x25519");
    }

    @Test
    void findsTheCurveInAServerKeyExchange() {
        byte[] message = HexFormat.of().parseHex("0c000004" + "03001700");

        assertThat(Groups.chosenIn(message)).isEqualTo("secp256r1");
    }

    @Test
    void survivesAHelloThatIsCutAnywhere() {
        for (int length = 0; length < SERVER_HELLO.length; length++) {
            byte[] cut = Arrays.copyOf(SERVER_HELLO, length);
            assertThat(Groups.chosenIn(cut)).isIn(null, "x25519");
        }
    }
}
