package io.hellowire.server.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryBudgetTest {

    private final MemoryBudget budget = new MemoryBudget("a test", 100);
    private final MemoryBudget.Share one = budget.share();
    private final MemoryBudget.Share other = budget.share();

    @Test
    void isThereForAllSharesTogether() {
        assertThat(one.holds(60)).isTrue();
        assertThat(other.holds(40)).isTrue();
        assertThat(other.holds(41)).isFalse();
        assertThat(budget.words())
                .isEqualTo("memory: 101 bytes held for a test (expected: at most 100 bytes over all" + " connections)");
    }

    @Test
    void letsWhoHoldsLessGoOnEvenIfItIsNotEnough() {
        one.holds(200);
        assertThat(one.holds(150)).isTrue();
        assertThat(other.holds(1)).isFalse();
    }

    @Test
    void hasAllItsRoomAgainWhenItIsReleased() {
        one.holds(100);
        one.release();
        one.release();
        assertThat(other.holds(100)).isTrue();
    }
}
