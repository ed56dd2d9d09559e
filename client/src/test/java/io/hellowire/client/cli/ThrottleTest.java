package io.hellowire.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.client.exchange.BodySink;
import io.hellowire.client.step.StepException;
import io.hellowire.wire.ResponseHead;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    @Test
    void givesAllOfItInPiecesAlsoToWhoeverLeavesItThere() throws StepException, InterruptedException {
        long[] given = {0};
        BodySink counting = new BodySink() {
            @Override
            public void begin(ResponseHead head, @Nullable Long lengthBytes) {}

            @Override
            public void take(ByteBuffer bytes) {
                given[0] += bytes.remaining();
            }
        };

        new Throttle(counting, Long.MAX_VALUE).take(ByteBuffer.allocate(100_000));

        assertThat(given[0]).isEqualTo(100_000);
    }

    @Test
    void asManyBytesAsASecondTakeASecond() {
        assertThat(Throttle.dueNanos(1000, 1000)).isEqualTo(TimeUnit.SECONDS.toNanos(1));
        assertThat(Throttle.dueNanos(3L << 40, 1L << 40)).isEqualTo(TimeUnit.SECONDS.toNanos(3));
    }
}
