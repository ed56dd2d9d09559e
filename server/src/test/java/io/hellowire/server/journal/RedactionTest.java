package io.hellowire.server.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.server.exchange.Rejection;
import io.hellowire.server.exchange.StartTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedactionTest {

    private final Redaction redaction = new Redaction(List.of("Authorization", "cookie"));

    @Test
    void hidesTheValuesOfTheseFieldsOnly() {
        assertThat(shown("GET / HTTP/1.1\r\nAccept: x\r\naUTHORIZATION: Basic abc\r\nCookie:a=b\r\n\r\n"))
                .isEqualTo("GET / HTTP/1.1\r\nAccept: x\r\naUTHORIZATION: ***** ***\r\nCookie:***\r\n\r\n");
    }

    @Test
    void hidesFoldedLinesToo() {
        assertThat(shown("Cookie: a\r\n b\r\nAccept: c\r\n d\r\n")).isEqualTo("Cookie: *\r\n *\r\nAccept: c\r\n d\r\n");
    }

    @Test
    void findsTheFieldsOfMalformedHeads() {
        assertThat(shown("nonsense\nCookie : secret\n")).isEqualTo("nonsense\nCookie : ******\n");
    }

    @Test
    void hidesBehindALoneCrAndBlanks() {
        assertThat(shown("GET / HTTP/1.1\r\n \tCookie: a\rCookie: b\r\n c\rAccept: d\r\n"))
                .isEqualTo("GET / HTTP/1.1\r\n \tCookie: *\rCookie: *\r\n *\rAccept: d\r\n");
    }

    @Test
    void hidesAValueThatTheWordsOfARefusalRepeat() {
        Rejection rejection =
                new Rejection(1, new byte[0], 400, "line 2, byte 7", "Cookie: \"secret\"", "another", StartTime.now());
        assertThat(redaction.of(rejection).words()).isEqualTo("line 2, byte 7: Cookie: ******** (expected: another)");
    }

    @Test
    void hidesAValueThatWasCutOff() {
        assertThat(shown("GET / HTTP/1.1\r\nCookie: secr")).isEqualTo("GET / HTTP/1.1\r\nCookie: ****");
    }

    @Test
    void leavesFieldsWithLongerNamesAlone() {
        assertThat(shown("Cookies: a\r\n")).isEqualTo("Cookies: a\r\n");
    }

    private String shown(String head) {
        return new String(redaction.of(head.getBytes(ISO_8859_1)), ISO_8859_1);
    }
}
