package io.hellowire.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without quotes a shell cuts a key at its line ends: the first line goes with the option, the next is the URL. */
class MisplacedKeyTest {

    private static final String FIRST = "MEECAQAwEwYHKoZIzj0CAQYIKoZIzj0DAQcEJzAlAgEBBCB0cmFuc3BhcmVudC1r";

    @ParameterizedTest
    @ValueSource(strings = {"-d", "--data", "--data-binary", "--json-body", "--raw-request", "-H", "--header"})
    void theNextLineIsFoundHoweverTheFirstIsSent(String option) {
        String joined = option.startsWith("--") ? option + "=" + FIRST : option + FIRST;
        Random random = new Random(option.hashCode());
        for (int i = 0; i < 300; i++) {
            byte[] key = new byte[16 + random.nextInt(33)];
            random.nextBytes(key);
            String next = Base64.getEncoder().encodeToString(key);

            assertThat(MisplacedKey.placeIn(Map.of(), option, FIRST, next)).isEqualTo("argument 3");
            assertThat(MisplacedKey.placeIn(Map.of(), joined, next)).isEqualTo("argument 2");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "localhost/Admin", "127.0.0.1", "http://127.0.0.1/AbCd", "MyHost", "--Json", "-v"})
    void anAddressOrAnOptionAfterSuchATextIsNone(String next) {
        assertThat(MisplacedKey.placeIn(Map.of(), "-d", FIRST, next)).isNull();
    }

    @Test
    void whatLooksLikeALineIsOneOnlyAfterAnother() {
        assertThat(MisplacedKey.placeIn(Map.of(), "-d", "x=1", "An+LkkSnFYLio0Z+qJh1jQSAJA=="))
                .isNull();
    }
}
