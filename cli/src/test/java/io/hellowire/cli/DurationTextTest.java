package io.hellowire.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({
        "10, PT10S",
        "10s, PT10S",
        "0, PT0S",
        "0ms, PT0S",
        "0.5, PT0.5S",
        "0.5s, PT0.5S",
        "500ms, PT0.5S",
        "2m, PT2M",
        "1.5h, PT1H30M",
        "1.0005, PT1.0005S",
        "1ms, PT0.001S",
        "876600h, PT876600H"
    })
    void readsWhatPeopleWrite(String text, Duration meant) {
        assertThat(new DurationText().convert(text)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "soon", "s", "-1", "+1", "1d", "1 s", ".5", "1.", "1,5", "1e3", "0x1", "10S", "1s\n", "\u0661"
            })
    void refusesWhatIsNoDuration(String text) {
        assertThatThrownBy(() -> new DurationText().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage(text + " (expected: a duration such as 10s, 0.5s, 500ms or 2m)");
    }

    /** What is too short is a limit of zero to clocks that count milliseconds, and that would be none. */
    @ParameterizedTest
    @ValueSource(strings = {"0.0009", "0.9ms", "0.000000001h", "876600.1h", "999999999999h"})
    void refusesWhatNoClockIsAskedFor(String text) {
        assertThatThrownBy(() -> new DurationText().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage(text + " (expected: 0, or from 1ms to a hundred years)");
    }

    @Test
    void theLongestFitsIntoNanoseconds() {
        assertThat(new DurationText().convert("876600h").toNanos()).isPositive();
    }
}
