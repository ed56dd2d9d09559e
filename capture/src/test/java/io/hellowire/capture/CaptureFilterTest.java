package io.hellowire.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureFilterTest {

    private static final InetSocketAddress SERVER = new InetSocketAddress("192.0.2.1", 8443);
    private static final InetSocketAddress CLIENT = new InetSocketAddress("198.51.100.7", 50000);

    @ParameterizedTest
    @CsvSource({
        "port 8443, true",
        "port 50000, true",
        "port 8080, false",
        "not port 8080, true",
        "not port 8443, false",
        "host 198.51.100.7, true",
        "HOST 198.51.100.7, true",
        "host 198.51.100.8, false",
        "host 2001:db8::1, false",
        "net 198.51.100.0/24, true",
        "net 198.51.100.6/31, true",
        "net 198.51.100.8/30, false",
        "net 0.0.0.0/0, true",
        "port 8443 and host 203.0.113.1, false",
        "port 8443 and not host 203.0.113.1, true",
        "port 1 or port 8443, true",
        "port 1 and port 2 or port 8443, true",
        "port 8443 and port 1 or port 2, false"
    })
    void meansEitherEndOfAConnection(String filter, boolean accepted) {
        assertThat(CaptureFilter.of(filter).accepts(SERVER, CLIENT)).isEqualTo(accepted);
    }

    @Test
    void knowsIpv6() {
        InetSocketAddress local = new InetSocketAddress("2001:db8::1", 1);

        assertThat(CaptureFilter.of("net 2001:db8::/32").accepts(local, local)).isTrue();
        assertThat(CaptureFilter.of("host ::1").accepts(local, local)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "port",
                "port 0",
                "port 65536",
                "port http",
                "port 80/3",
                "host example.test",
                "host 10.0.0.0/8",
                "net 10.0.0.0",
                "net 10.0.0.0/33",
                "port 80 and",
                "port 80 or or port 81",
                "tcp"
            })
    void refusesWhatItDoesNotUnderstand(String filter) {
        assertThatThrownBy(() -> CaptureFilter.of(filter))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(expected: ");
    }

    @Test
    void letsEverythingThroughWhereThereIsNone() {
        assertThat(CaptureFilter.EVERYTHING.accepts(SERVER, CLIENT)).isTrue();
    }
}
