package io.hellowire.client.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HexDumpTest {

    @ParameterizedTest
    @CsvSource({"70, 100", "70, 70000", "50, 100", "30, 100", "30, 70000", "30, 1048576"})
    void fitsTheRoom(int room, int length) {
        assertThat(HexDump.lines(new byte[length], 0, length, room))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(room));
    }

    @Test
    void showsSixteenOnAnOrdinaryTerminal() {
        byte[] bytes = "0123456789abcdefg".getBytes();

        assertThat(HexDump.lines(bytes, 0, bytes.length, 70))
                .containsExactly(
                        "0000 30 31 32 33 34 35 36 37  38 39 61 62 63 64 65 66 0123456789abcdef",
                        "0010 67" + " ".repeat(47) + "g");
    }
}
