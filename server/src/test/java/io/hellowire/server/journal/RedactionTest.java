package io.hellowire.server.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.server.exchange.Body;
import io.hellowire.server.exchange.Rejection;
import io.hellowire.server.exchange.StartTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    private final Redaction redaction = new Redaction(List.of("Authorization", "cookie"));

    @Test
    void hidesInWordsWhatOnlyTheFaultInABodyHolds() {
        byte[] fault = "Cookie : secret".getBytes(ISO_8859_1);
        Rejection rejection = new Rejection(
                1,
                new byte[0],
                Body.EMPTY,
                fault,
                400,
                new Rejection.Problem("body, byte 1", "\"Cookie : secret\"", "a"),
                StartTime.now());
        Rejection shown = new Redaction(List.of("cookie")).of(rejection);
        assertThat(shown.words()).doesNotContain("secret");
        assertThat(shown.fault()).asString().startsWith("Cookie ").doesNotContain("secret");
    }

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
        assertThat(shownRefused("nonsense\nCookie : secret\n")).isEqualTo("nonsense\nCookie : ******\n");
    }

    @Test
    void hidesBehindALoneCrAndBlanks() {
        assertThat(shownRefused("GET / HTTP/1.1\r\n \tCookie: a\rCookie: b\r\n c\rAccept: d\r\nHost: e\r\n"))
                .isEqualTo("GET / HTTP/1.1\r\n \tCookie: *\r******* *\r\n *\r******* *\r\nHost: e\r\n");
    }

    @ParameterizedTest
    @FieldSource("io.hellowire.server.journal.Spellings#ALL")
    void hidesWhateverStandsNearANameInWhatWasRefused(String line) {
        for (String before : List.of("", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nHost: a\r\n", "GET / HTTP/1.1 ")) {
            for (String after :
                    List.of("", "S3CRET", "\r\nHost: a\r\n\r\n", "\nHost: a\n", "\r\nS3CRET\r\nHost: a\r\n")) {
                String shown = shownRefused(before + line + after);

                assertThat(shown).hasSize((before + line + after).length()).doesNotContain("S3CRET");
                if (after.contains("Host: a")) {
                    assertThat(shown).contains("\nHost: a");
                }
            }
        }
    }

    @Test
    void hidesNothingElseOfWhatWasRefused() {
        String refused =
                "GET / HTTP/1.1\r\nCookies-Allowed: a\r\nProxy-Authorization: b\r\nbad line\r\nAccept: c\r\n\r\n";
        assertThat(shownRefused(refused)).isEqualTo(refused);
    }

    @Test
    void hidesAValueThatTheWordsOfARefusalRepeat() {
        Rejection rejection =
                new Rejection(1, new byte[0], 400, "line 2, byte 7", "Cookie: \"secret\"", "another", StartTime.now());
        assertThat(redaction.of(rejection).words()).isEqualTo("line 2, byte 7: Cookie: ******** (expected: another)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"S3CRET-of-mine\"", "\"S3CRET...\"", "S3CRET-of-mine in the version", "\"a S3CRET-of-mine\""})
    void hidesWhatTheWordsOfARefusalRepeatWithoutItsName(String found) {
        byte[] received = "x Authorization: a S3CRET-of-mine\r\n\r\n".getBytes(ISO_8859_1);
        Rejection rejection = new Rejection(1, received, 400, "line 1, byte 18", found, "HTTP/1.1", StartTime.now());

        assertThat(redaction.of(rejection).words()).doesNotContain("S3CRET").startsWith("line 1, byte 18: ");
    }

    @Test
    void hidesAValueThatWasCutOff() {
        assertThat(shownRefused("GET / HTTP/1.1\r\nCookie: secr")).isEqualTo("GET / HTTP/1.1\r\nCookie: ****");
    }

    @Test
    void leavesFieldsWithLongerNamesAlone() {
        assertThat(shown("Cookies: a\r\n")).isEqualTo("Cookies: a\r\n");
    }

    private String shown(String head) {
        return new String(redaction.of(head.getBytes(ISO_8859_1)), ISO_8859_1);
    }

    private String shownRefused(String received) {
        return new String(redaction.ofRefused(received.getBytes(ISO_8859_1)), ISO_8859_1);
    }
}
