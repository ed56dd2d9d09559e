package io.hellowire.client.exchange;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderChangeTest {

    @ParameterizedTest
    @CsvSource({"Authorization Bearer x, Authorization...", "X-A=1, X-A...", "Host, Host", "a/b: c, ..."})
    void isRefusedByItsNameAlone(String text, String shown) {
        assertThatThrownBy(() -> HeaderChange.parse(text)).hasMessageStartingWith("--header: \"" + shown + "\" (");
    }

    /** A slash may come after any of its letters; the shortest key has 39 bytes. */
    @Test
    void showsNothingOfAKey() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            byte[] key = new byte[39 + random.nextInt(90)];
            random.nextBytes(key);
            String text = Base64.getEncoder().encodeToString(key);

            assertThatThrownBy(() -> HeaderChange.parse(text)).hasMessageStartingWith("--header: \"...\" (");
        }
    }
}
