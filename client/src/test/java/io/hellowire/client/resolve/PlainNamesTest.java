package io.hellowire.client.resolve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlainNamesTest {

    private static final String HEADER = "\1\2\201\200\0\1\0\2\0\0\0\0";
    private static final String QUESTION = "\5a\33[mb\4test\0\0\1\0\1";
    private static final String ALIAS = "\300\14\0\5\0\1\0\0\0\74\0\6\3x\303\n\300\22";
    private static final String ADDRESS = "\3x\0.\0\0\1\0\1\0\0\0\74\0\4\177\0\0\1";

    @Test
    void putsQuestionMarksIntoNamesAndChangesNothingElse() {
        assertThat(cleaned(HEADER + QUESTION + ALIAS + ADDRESS))
                .isEqualTo(HEADER
                        + QUESTION.replace('\33', '?')
                        + ALIAS.replace("x\303\n", "x??")
                        + ADDRESS.replace("x\0.", "x??"));
    }

    @Test
    void survivesEveryCutAndManyChanges() {
        String whole = HEADER + QUESTION + ALIAS + ADDRESS;
        for (int i = 0; i < whole.length(); i++) {
            assertThat(cleaned(whole.substring(0, i))).hasSize(i);
        }
        Random random = new Random(7);
        for (int i = 0; i < 5000; i++) {
            StringBuilder changed = new StringBuilder(whole);
            changed.setCharAt(random.nextInt(whole.length()), (char) random.nextInt(256));
            assertThat(cleaned(changed.toString())).hasSameSizeAs(whole);
        }
    }

    private static String cleaned(String message) {
        ByteBuf bytes = Unpooled.copiedBuffer(message, ISO_8859_1);
        PlainNames.clean(bytes);
        String cleaned = bytes.toString(ISO_8859_1);
        bytes.release();
        return cleaned;
    }
}
