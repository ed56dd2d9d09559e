package io.hellowire.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnescapedTest {

    @ParameterizedTest
    @ValueSource(strings = {"\\", "\\q", "\\x", "\\x4", "\\xg1", "\\x+1", "a\u00e9", "\n", "\u007f"})
    void refusesWhatCannotHaveBeenPrinted(String text) {
        assertThatThrownBy(() -> Unescaped.bytes(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("[ -~]+: [ -~]+ \\(expected: [ -~]+\\)");
    }
}
