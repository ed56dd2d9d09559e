package io.hellowire.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void hasAsManyAsFitIntoItsLength() {
        assertThat(new Schedule(0, 1_000, Duration.ofMillis(2_500)).count()).isEqualTo(2_500);
    }

    @Test
    void keepsTheSameDistanceWhateverTheRate() {
        Schedule schedule = new Schedule(7, 3, SECOND);

        assertThat(schedule.due(0)).isEqualTo(7);
        assertThat(schedule.due(1)).isEqualTo(333_333_340);
        assertThat(schedule.due(3)).isEqualTo(1_000_000_007);
    }

    @Test
    void refusesARateThatNeverComes() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Schedule(0, 0.5, SECOND));
        assertThatIllegalArgumentException().isThrownBy(() -> new Schedule(0, Double.NaN, SECOND));
    }
}
