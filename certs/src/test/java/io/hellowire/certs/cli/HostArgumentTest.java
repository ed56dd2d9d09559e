package io.hellowire.certs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostArgumentTest {

    @ParameterizedTest
    @CsvSource({
        "a.test, a.test",
        "A.Test., a.test",
        "127.0.0.1, 127.0.0.1",
        "127.0.0.1:8443, 127.0.0.1",
        "::1, ::1",
        "[::1], ::1",
        "[::1]:8443, ::1",
        "[fe80::1%25eth0], fe80::1",
        "https://a.test, a.test",
        "https://me@a.test:8443/path?q#f, a.test",
        "https://[::1]:8443/, ::1",
        "a.test:8443, a.test",
        "my_device, my_device",
        "b\u00fccher.test, xn--bcher-kva.test",
        "https://B\u00dcCHER.test/, xn--bcher-kva.test"
    })
    void isWhatAClientLooksFor(String text, String host) {
        assertThat(HostArgument.of(text)).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://", "[", "[]", "a b", "https:///path"})
    void whatIsNoHostIsRefused(String text) {
        assertThatThrownBy(() -> HostArgument.of(text))
                .hasMessage("--for: " + text + " (expected: a host name, an IP address or a URL)");
    }
}
