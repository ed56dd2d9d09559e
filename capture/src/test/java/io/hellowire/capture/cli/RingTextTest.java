package io.hellowire.capture.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hellowire.capture.CaptureRing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class RingTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"10x16M", "10x16m", "10x16MiB", "10x16777216"})
    void readsTheSizeOfARing(String text) {
        assertThat(new RingText().convert(text)).isEqualTo(new CaptureRing(10, 16 << 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "1x1M", "10x16", "10x1K", "0x16M", "10xM", "x16M", "99999x16M", "10x16M\n"})
    void refusesARingThatIsNone(String text) {
        assertThatThrownBy(() -> new RingText().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("(expected: ");
    }
}
