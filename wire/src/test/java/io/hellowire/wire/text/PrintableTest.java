package io.hellowire.wire.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hellowire.testkit.Unescaped;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void leavesPrintableAsciiAsItIs() {
        assertThat(Printable.ofLatin1(" !\"'azAZ09[]{}~")).isEqualTo(" !\"'azAZ09[]{}~");
    }

    @Test
    void escapesWhatCouldMoveACursorOrForgeALine() {
        assertThat(Printable.ofLatin1("a\r\n\tb\u001b[2J\u0007\0\u007f\u009b"))
                .isEqualTo("a\\r\\n\\tb\\x1B[2J\\x07\\x00\\x7F\\x9B");
    }

    @Test
    void aReceivedBackslashIsNotAmbiguous() {
        assertThat(Printable.ofLatin1("\\x41 \\n")).isEqualTo("\\\\x41 \\\\n");
    }

    @Test
    void textThatTurnsTheReadingDirectionCannotAct() {
        assertThat(Printable.ofText("user\u202Egnp.exe \u00e9")).isEqualTo("user\\xE2\\x80\\xAEgnp.exe \\xC3\\xA9");
    }

    @Test
    void lettersStayWhereTheyMay() {
        assertThat(Printable.withLetters("M\u00fcller \\ \u4e2d\u001b[31m\u202e\ud800"))
                .isEqualTo("M\u00fcller \\ \u4e2d\\x1B[31m\\xE2\\x80\\xAE?");
    }

    @Test
    void everyByteComesBack() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }

        assertThat(Unescaped.bytes(Printable.of(all))).isEqualTo(all);
        assertThat(Printable.of(all)).matches("[ -~]*");
    }

    @Test
    void allWaysToEscapeGiveTheSame() {
        byte[] bytes = new byte[1000];
        new Random(7).nextBytes(bytes);
        String expected = Printable.of(bytes, 10, 990);
        byte[] array = new byte[4 * 980 + 1];
        int end = Printable.escape(bytes, 10, 990, array, 1);

        assertThat(new String(array, 1, end - 1, US_ASCII)).isEqualTo(expected);
        assertThat(Printable.ofLatin1(new String(bytes, 10, 980, ISO_8859_1))).isEqualTo(expected);
    }

    @Test
    void refusesTextThatIsNotLatin1WhereItMustBe() {
        assertThatThrownBy(() -> Printable.ofLatin1("\u20ac"))
                .hasMessage("text: \\xE2\\x82\\xAC (expected: ISO-8859-1, use ofText)");
    }
}
