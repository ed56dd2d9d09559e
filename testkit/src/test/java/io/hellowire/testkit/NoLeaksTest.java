package io.hellowire.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.netty.buffer.UnpooledByteBufAllocator;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

class NoLeaksTest {

    @Test
    void failsTheTestThatLeaks() {
        eventsOf("leaksABuffer")
                .assertThatEvents()
                .haveExactly(
                        1, event(test(), finishedWithFailure(message(text -> text.contains("Possible memory leak")))));
    }

    @Test
    void passesTheTestThatReleases() {
        eventsOf("releasesABuffer").assertThatEvents().haveExactly(1, event(test(), finishedSuccessfully()));
    }

    private static Events eventsOf(String method) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                .selectors(selectMethod(Subject.class, method))
                .execute()
                .testEvents();
    }

    /** The tests that {@link NoLeaks} is tried on; only {@link EngineTestKit} runs them. */
    static class Subject {

        @Test
        void leaksABuffer() {
            UnpooledByteBufAllocator.DEFAULT.buffer(8);
        }

        @Test
        void releasesABuffer() {
            UnpooledByteBufAllocator.DEFAULT.buffer(8).release();
        }
    }
}
