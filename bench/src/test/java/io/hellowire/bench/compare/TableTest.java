package io.hellowire.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    private static final Row ROW = new Row(
            "keep-alive",
            "us CPU/request",
            "nginx",
            List.of(new Sample(10, 1000, 65_536), new Sample(30, 3000, 65_536), new Sample(20, 2000, 65_536)),
            List.of(new Sample(20, 500, 20_480), new Sample(20, 500, 20_480), new Sample(80, 500, 20_480)));

    @Test
    void comparesWithinPairsAndNotAcrossThem() {
        // 10/20, 30/20 and 20/80; the ratio of the medians would be 1.
        assertThat(ROW.ratio()).isEqualTo(new Spread(0.375, 0.5, 1, 3));
    }

    @Test
    void showsMediansRatioAndSpreadInOneLine() {
        assertThat(Table.line(ROW).replaceAll(" +", " ").strip())
                .isEqualTo("| keep-alive | nginx | us CPU/request | 20.0 | 20.0 | 0.50 | 0.38 to 1.00 | 3"
                        + " | 2,000 | 500 | 64 | 20 |");
    }

    @Test
    void hasAsManyColumnsInTheHeadAsInALine() {
        assertThat(Table.head().lines().map(TableTest::bars)).containsOnly(bars(Table.line(ROW)));
    }

    private static long bars(String line) {
        return line.chars().filter(c -> c == '|').count();
    }

    @Test
    void keepsEveryPairInTheCsv() {
        assertThat(Table.csv(List.of(ROW)).lines())
                .hasSize(4)
                .contains("keep-alive,nginx,us CPU/request,2,30.0000,20.0000,1.5000,3000.00,500.00,65536,20480");
    }

    @Test
    void refusesSamplesThatAreNotPairs() {
        List<Sample> none = List.of();
        assertThatIllegalArgumentException().isThrownBy(() -> new Row("a", "b", "c", ROW.ours(), none));
    }
}
