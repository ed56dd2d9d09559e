package io.hellowire.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void findsTheQuartilesWhateverTheOrder() {
        assertThat(Spread.of(List.of(5.0, 1.0, 3.0, 2.0, 4.0))).isEqualTo(new Spread(2, 3, 4, 5));
    }

    @Test
    void takesThePointBetweenTwoNumbers() {
        assertThat(Spread.of(List.of(1.0, 2.0))).isEqualTo(new Spread(1.25, 1.5, 1.75, 2));
    }

    @Test
    void oneNumberIsItsOwnMiddle() {
        assertThat(Spread.of(List.of(7.0))).isEqualTo(new Spread(7, 7, 7, 1));
    }

    @Test
    void isNotBotheredByOneWildNumber() {
        assertThat(Spread.of(List.of(1.0, 1.0, 1.0, 1.0, 500.0)).median()).isEqualTo(1);
    }

    @Test
    void refusesNoNumbers() {
        assertThatIllegalArgumentException().isThrownBy(() -> Spread.of(List.of()));
    }
}
