package io.hellowire.certs.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @Test
    void tellsAddressesFromDnsNames() {
        Names names = Names.of("Gate.Local", "192.168.1.7", "::1", "*.test");

        assertThat(names.dnsNames()).containsExactly("gate.local", "*.test");
        assertThat(names.addresses()).hasSize(2);
    }

    @Test
    void keepsEachNameOnce() {
        assertThat(Names.of("a.test", "A.test", "10.0.0.1", "10.0.0.1").texts()).containsExactly("a.test", "10.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"my_service", "_web", "web_", "project_web_1", "a_.b_c.local", "*.my_net"})
    void takesUnderscoresAsServicesInContainersHaveThem(String name) {
        assertThat(Names.of(name).dnsNames()).containsExactly(name);
    }

    @Test
    void writesInternationalNamesInAscii() {
        assertThat(Names.of("Gerät.test").dnsNames()).containsExactly("xn--gert-noa.test");
    }

    @Test
    void givesAddressesAsDnsNamesToo() {
        Names names = Names.of("192.168.1.7").withAddressesAsDnsNames();

        assertThat(names.dnsNames()).containsExactly("192.168.1.7");
        assertThat(names.addresses()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a b", "-a", "a..b", ".local", "http://a", "a:80", "10.0.0.0/8", "a.*.b", "fe80::1%eth0"
            })
    void refusesWhatIsNoName(String text) {
        assertThatThrownBy(() -> Names.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesLabelsOf63CharactersAndNoLonger() {
        String longest = "a".repeat(63);

        assertThat(Names.of(longest + ".test").dnsNames()).containsExactly(longest + ".test");
        assertThatThrownBy(() -> Names.of(longest + "a.test")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Names.of("ä" + longest + ".test")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0:0:0:0:0:0:0:1, ::1",
        "0:0:0:0:0:0:0:0, ::",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "fd00:0:0:0:0:0:0:0, fd00::",
        "FE80::A, fe80::a",
        "10.0.0.1, 10.0.0.1"
    })
    void writesAddressesInTheirShortForm(String given, String written) {
        assertThat(Names.of(given).texts()).containsExactly(written);
    }
}
