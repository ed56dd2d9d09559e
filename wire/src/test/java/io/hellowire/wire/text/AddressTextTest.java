package io.hellowire.wire.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTextTest {

    /** The examples of RFC 5952 section 4, and the ends of the range. */
    @ParameterizedTest
    @CsvSource({
        "192.168.1.7, 192.168.1.7",
        "0.0.0.0, 0.0.0.0",
        "::, ::",
        "0:0:0:0:0:0:0:1, ::1",
        "2001:0db8::0001, 2001:db8::1",
        "2001:db8:0:0:0:0:2:1, 2001:db8::2:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:DB8::A, 2001:db8::a",
        "1:0:0:0:0:0:0:0, 1::",
        "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221"
    })
    void isTheShortForm(String text, String shortForm) {
        assertThat(AddressText.of(Objects.requireNonNull(AddressText.parse(text))))
                .isEqualTo(shortForm);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "1",
                "1.2",
                "1.2.3",
                "1.2.3.4.5",
                "256.1.1.1",
                "01.2.3.4",
                "1.2.3.4 ",
                "0x7f.0.0.1",
                ":",
                ":::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                "12345::",
                "g::1",
                "[::1]",
                "fe80::1%lo",
                "fe80::1%1",
                "::1/128",
                "beef",
                "a.b:c",
                "::1.2.3",
                "1.2.3.4:80",
                "\u0661.2.3.4"
            })
    void readsNothingElse(String text) {
        assertThat(AddressText.parse(text)).isNull();
    }

    @Test
    void anyAddressIsWrittenAsNettyDoesAndReadBack() throws UnknownHostException {
        Random random = new Random(5952);
        for (int i = 0; i < 10_000; i++) {
            byte[] octets = new byte[16];
            for (int group = 0; group < 8; group++) {
                int value = random.nextInt(3) == 0 ? random.nextInt(0x10000) : 0;
                octets[2 * group] = (byte) (value >> 8);
                octets[2 * group + 1] = (byte) value;
            }
            InetAddress address = InetAddress.getByAddress(octets);
            String text = AddressText.of(address);

            assertThat(text).isEqualTo(NetUtil.toAddressString(address));
            assertThat(AddressText.parse(text)).isEqualTo(address);
        }
    }

    @Test
    void aZoneIsShownWhereItIsAskedFor() throws UnknownHostException {
        byte[] linkLocal = Objects.requireNonNull(AddressText.parse("fe80::1")).getAddress();
        InetAddress address = Inet6Address.getByAddress(null, linkLocal, 7);

        assertThat(AddressText.of(address)).isEqualTo("fe80::1");
        assertThat(AddressText.withZone(address)).isEqualTo("fe80::1%7");
        assertThat(AddressText.inAuthority(address)).isEqualTo("[fe80::1]");
        assertThat(AddressText.withPort(new InetSocketAddress(address, 80))).isEqualTo("[fe80::1%7]:80");
    }

    @Test
    void aPortFollowsBrackets() {
        assertThat(AddressText.withPort(new InetSocketAddress(AddressText.parse("::1"), 80)))
                .isEqualTo("[::1]:80");
        assertThat(AddressText.withPort(new InetSocketAddress(AddressText.parse("127.0.0.1"), 80)))
                .isEqualTo("127.0.0.1:80");
        assertThat(AddressText.withPort(InetSocketAddress.createUnresolved("name", 80)))
                .isEqualTo("name:80");
    }
}
