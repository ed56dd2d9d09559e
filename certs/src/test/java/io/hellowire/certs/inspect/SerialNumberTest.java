package io.hellowire.certs.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SerialNumberTest {

    /** As {@code openssl x509 -serial} prints them, but for the case. */
    @ParameterizedTest
    @CsvSource({
        "0,00",
        "1,01",
        "a,0a",
        "7f,7f",
        "80,80",
        "ff,ff",
        "a1b,0a1b",
        "9f00,9f00",
        "-1,-01",
        "-80,-80",
        "-a1b,-0a1b"
    })
    void hasTwoDigitsForEachOctet(String given, String written) {
        assertThat(new SerialNumber(new BigInteger(given, 16)).text()).isEqualTo(written);
    }
}
