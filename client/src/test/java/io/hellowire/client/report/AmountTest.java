package io.hellowire.client.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 ms",
        "49999, 0.0 ms",
        "50000, 0.1 ms",
        "12400000, 12.4 ms",
        "9999949999, 9999.9 ms",
        "9999999999, 10000.0 ms",
        "10000000000, 10.00 s",
        "3600000000000, 3600.00 s"
    })
    void aDurationIsShownInMillisecondsOrSeconds(long nanos, String shown) {
        assertThat(Amount.duration(nanos)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "999, 999", "1000, 1 000", "2391, 2 391", "1073741824, 1 073 741 824"})
    void thousandsStandApart(long number, String shown) {
        assertThat(Amount.count(number)).isEqualTo(shown);
    }
}
