package io.hellowire.client.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.client.step.Deadline;
import io.hellowire.client.step.Timeline;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InboxTest {

    private static final int MORE_THAN_IS_KEPT = (1 << 20) + 1;

    private final Timeline timeline = Timeline.start(Clock.systemUTC());
    private final Inbox inbox = new Inbox(timeline, new ReadStamp(timeline));
    private final EmbeddedChannel channel = new EmbeddedChannel(inbox);

    @AfterEach
    void nothingIsLeftBehind() {
        inbox.discard();
        channel.finishAndReleaseAll();
    }

    @Test
    void stopsReadingWhenMoreIsWaitingThanIsKept() {
        channel.writeInbound(Unpooled.wrappedBuffer(new byte[MORE_THAN_IS_KEPT]));

        assertThat(channel.config().isAutoRead()).isFalse();
    }

    @Test
    void readsOnWhenThatIsTaken() {
        channel.writeInbound(Unpooled.wrappedBuffer(new byte[MORE_THAN_IS_KEPT]));

        takeOne();

        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void readsOnThoughAllWasTakenJustBeforeItStopped() {
        inbox.onArrival(this::takeOne); // as a quick reader's thread may, between the arrival and the stop

        channel.writeInbound(Unpooled.wrappedBuffer(new byte[MORE_THAN_IS_KEPT]));
        inbox.onArrival(() -> {});

        assertThat(channel.config().isAutoRead()).isTrue();
    }

    private void takeOne() {
        try {
            Arrival arrival = inbox.take(channel, Deadline.NONE);
            assertThat(arrival).isInstanceOf(Arrival.Bytes.class);
            ((Arrival.Bytes) arrival).bytes().release();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
