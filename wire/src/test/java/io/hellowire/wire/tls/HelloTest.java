package io.hellowire.wire.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class HelloTest {

    private static final String RANDOM = "ab".repeat(32);

    @Test
    void readsNameAndProtocolsOfTheClient() {
        byte[] hello = message(
                "01",
                "0303" + RANDOM + "00" + "0002" + "1301" + "0100" + "0024"
                        + "0000" + "000e" + "000c" + "00" + "0009" + "6c6f63616c686f7374"
                        + "0010" + "000e" + "000c" + "02" + "6832" + "08" + "687474702f312e31");

        assertThat(ClientHello.read(hello))
                .isEqualTo(new ClientHello(
                        RANDOM,
                        "localhost",
                        new Offer(0x0303, List.of(), List.of(0x1301), null, null, List.of("h2", "http/1.1"), false)));
    }

    @Test
    void readsTheVersionOfTls13FromItsExtension() {
        byte[] hello = message("02", "0303" + RANDOM + "00" + "1302" + "00" + "0006" + "002b" + "0002" + "0304");

        assertThat(ServerHello.read(hello)).isEqualTo(new ServerHello(0x0304, RANDOM, 0x1302, null, null));
    }

    @Test
    void findsNoHelloWhereItIsCutAnywhere() {
        byte[] hello = message("02", "0303" + RANDOM + "00" + "1302" + "00" + "0006" + "002b" + "0002" + "0304");

        for (int i = 0; i < hello.length; i++) {
            assertThat(ServerHello.read(Arrays.copyOf(hello, i)))
                    .as("cut at %d", i)
                    .isNull();
        }
    }

    @Test
    void findsNoHelloWhereALengthPointsBeyondItsEnd() {
        byte[] hello = message("02", "0303" + RANDOM + "00" + "1302" + "00" + "0006" + "002b" + "0009" + "0304");

        assertThat(ServerHello.read(hello)).isNull();
    }

    private static byte[] message(String type, String body) {
        return HexFormat.of().parseHex(type + "%06x".formatted(body.length() / 2) + body);
    }
}
