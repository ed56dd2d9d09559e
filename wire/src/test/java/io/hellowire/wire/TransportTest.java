package io.hellowire.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class TransportTest {

    @Test
    void javasOwnIsAlwaysThere() {
        assertThat(Transport.named("nio")).isEqualTo(Transport.NIO);
        assertThat(Transport.NIO.whyNot()).isNull();
    }

    @Test
    void theBestOneWorksAndIsNeverIoUring() {
        assertThat(Transport.best().isAvailable()).isTrue();
        assertThat(Transport.best()).isNotEqualTo(Transport.IO_URING);
    }

    @Test
    @DisabledOnOs(OS.MAC)
    void saysWhyOneIsNotAvailable() {
        assertThat(Transport.KQUEUE.whyNot()).isNotBlank().doesNotContain("\n");
        assertThatThrownBy(() -> Transport.named("kqueue"))
                .hasMessageStartingWith("transport: kqueue is not available here: ")
                .hasMessageContaining(Transport.KQUEUE.whyNot())
                .hasMessageEndingWith("nio)");
    }

    @Test
    void saysWhichNamesThereAre() {
        assertThatThrownBy(() -> Transport.named("EPOLL\n"))
                .hasMessage("transport: EPOLL\\n (expected: one of io_uring, epoll, kqueue, nio)");
    }
}
