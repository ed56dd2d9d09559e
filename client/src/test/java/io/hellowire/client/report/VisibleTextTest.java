package io.hellowire.client.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTextTest {

    private static final Style UNICODE = Style.on(new Style.Screen(80, true, false));

    @ParameterizedTest
    @CsvSource({
        "grün 日本, grün 日本",
        "'\u001b[31mred', \\x1B[31mred",
        "\u0085next, \\xC2\\x85next",
        "\u202eright to left, \\xE2\\x80\\xAEright to left",
        "\u200bzero width, \\xE2\\x80\\x8Bzero width",
        "'bell\u0007', bell\\x07",
        "back\\slash, back\\slash",
        "\\xFC, \\\\xFC",
        "\\\\xfc, \\\\\\\\xfc",
        "\\xf, \\xf"
    })
    void lettersStayAndWhatMovesTheCursorDoesNot(String text, String shown) {
        assertThat(of(text.getBytes(UTF_8))).isEqualTo(shown);
    }

    @Test
    void aLetterThatIsCutIsShownAsItsBytes() {
        assertThat(of(new byte[] {'a', (byte) 0xe6, (byte) 0x97})).isEqualTo("a\\xE6\\x97");
    }

    @Test
    void bytesThatAreNotUtf8AreShownAsBytes() {
        assertThat(of(new byte[] {(byte) 0xff, (byte) 0xc0, (byte) 0x80, 'x'})).isEqualTo("\\xFF\\xC0\\x80x");
    }

    @Test
    void asciiTerminalsGetAsciiOnly() {
        byte[] bytes = "grün".getBytes(UTF_8);

        assertThat(new VisibleText(Style.plain(80)).lines(bytes, 0, bytes.length))
                .containsExactly("gr\\xC3\\xBCn");
    }

    private static String of(byte[] bytes) {
        return String.join("|", new VisibleText(UNICODE).lines(bytes, 0, bytes.length));
    }
}
