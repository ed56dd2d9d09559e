package io.hellowire.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class SizeTextTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "2000, 2000",
        "2000B, 2000",
        "64K, 65536",
        "64k, 65536",
        "64KB, 65536",
        "64KiB, 65536",
        "64kib, 65536",
        "10M, 10485760",
        "1G, 1073741824",
        "8589934591G, 9223372035781033984"
    })
    void readsWhatPeopleWrite(String text, long bytes) {
        assertThat(new SizeText().convert(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "K", "-1", "1.5K", "64iB", "64 K", "64T", "64KK", "1K\n", "\u0661"})
    void refusesWhatIsNoSize(String text) {
        assertThatThrownBy(() -> new SizeText().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage(text + " (expected: a size such as 2000, 64K, 64KiB or 10M)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8589934592G", "999999999999999G", "9999999999999M"})
    void refusesMoreThanAnyoneCanCount(String text) {
        assertThatThrownBy(() -> new SizeText().convert(text)).isInstanceOf(TypeConversionException.class);
    }
}
