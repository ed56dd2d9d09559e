package io.hellowire.server.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.testkit.Unescaped;
import java.io.ByteArrayOutputStream;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class HeadTextTest {

    @Test
    void showsLinesAsTheyCame() {
        assertThat(shown("GET / HTTP/1.1\r\nhOsT:a  \r\n\r\n")).isEqualTo("GET / HTTP/1.1\nhOsT:a  \n\n");
    }

    @Test
    void marksBareLineFeeds() {
        assertThat(shown("GET / HTTP/1.0\n\n")).isEqualTo("GET / HTTP/1.0\\n\n\\n\n");
    }

    @Test
    void marksALineThatDidNotEnd() {
        assertThat(shown("GET / HT")).isEqualTo("GET / HT\\\n");
    }

    @Test
    void letsNoPeerForgeALineOfOurs() {
        assertThat(shown("----- Request 7 -- x\r\n")).isEqualTo("\\x2D---- Request 7 -- x\n");
    }

    @Test
    void letsNoPeerMoveTheCursor() {
        assertThat(shown("A: \u001b[2J\r\n")).isEqualTo("A: \\x1B[2J\n");
    }

    @RepeatedTest(200)
    void keepsEveryByte(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        byte[] received = new byte[random.nextInt(200)];
        String likely = "ab-: \\\r\n\r\n-----\u00e9\u0000";
        for (int i = 0; i < received.length; i++) {
            received[i] = (byte) likely.charAt(random.nextInt(likely.length()));
        }
        assertThat(received(shown(new String(received, ISO_8859_1)))).isEqualTo(received);
    }

    private static String shown(String received) {
        Bytes out = new Bytes(16);
        HeadText.write(received.getBytes(ISO_8859_1), out);
        return out.toString();
    }

    /** What a reader of the journal does to have the bytes back. */
    private static byte[] received(String shown) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String line : shown.lines().toList()) {
            boolean cut = endsWithLoneBackslash(line);
            byte[] content = Unescaped.bytes(cut ? line.substring(0, line.length() - 1) : line);
            bytes.writeBytes(content);
            boolean endsWithLf = content.length > 0 && content[content.length - 1] == '\n';
            if (!cut && !endsWithLf) {
                bytes.writeBytes(new byte[] {'\r', '\n'});
            }
        }
        return bytes.toByteArray();
    }

    private static boolean endsWithLoneBackslash(String line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }
}
