package io.hellowire.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SaidTimesTest {

    @Test
    void curlsMomentsBecomeDurations() {
        SaidTimes said = SaidTimes.in("curl connect=0.000250 app=0.004250 pre=0.004500 start=0.005000 total=0.006000");

        assertThat(said).isEqualTo(new SaidTimes(0.25, 4, 0.5, 6));
    }

    @Test
    void oursAreDurationsAlready() {
        String json =
                "{\"hops\":[{\"timing_us\":{\"dns\":null,\"connect\":1100,\"tls\":null,\"wait\":300,\"total\":2300}}]}";

        assertThat(SaidTimes.in(json)).isEqualTo(new SaidTimes(1.1, 0, 0.3, 2.3));
    }

    @Test
    void whatSaysNoTimesIsRefused() {
        assertThatThrownBy(() -> SaidTimes.in("hello")).hasMessageContaining("timing_us");
    }
}
