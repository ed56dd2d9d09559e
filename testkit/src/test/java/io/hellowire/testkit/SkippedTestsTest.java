package io.hellowire.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.discoveryRequest;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherFactory;
import org.opentest4j.TestAbortedException;

/** Whoever reads the console of a build knows what it has not tried. */
class SkippedTestsTest {

    @Test
    void saysOnceForEachReasonWhichTestsItKeptFromRunning() {
        assertThat(linesAbout(Methods.class))
                .containsExactly(
                        "skipped: Methods, 2 tests: no-such-program is not on this machine (.ci/run installs it)",
                        "skipped: Methods, 1 test: not today");
    }

    @Test
    void saysItOfAClassThatDidNotBegin() {
        assertThat(linesAbout(WholeClass.class)).containsExactly("skipped: WholeClass, 1 test: no network");
    }

    @Test
    void saysNothingWhereAllTestsRan() {
        assertThat(linesAbout(AllRuns.class)).isEmpty();
    }

    @Test
    void listensToEveryBuild() {
        assertThat(ServiceLoader.load(TestExecutionListener.class)).hasAtLeastOneElementOfType(SkippedTests.class);
    }

    private static List<String> linesAbout(Class<?> tests) {
        List<String> lines = new ArrayList<>();
        LauncherConfig config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestExecutionListeners(new SkippedTests(lines::add))
                .build();
        LauncherFactory.create(config)
                .execute(discoveryRequest().selectors(selectClass(tests)).build());
        return lines;
    }

    /** What {@link SkippedTests} is tried on. */
    static class Methods {

        @Test
        void first() {
            throw new TestAbortedException("no-such-program is not on this machine (.ci/run installs it)");
        }

        @Test
        void second() {
            throw new TestAbortedException("no-such-program is not on this machine (.ci/run installs it)");
        }

        @Test
        @Disabled("not today")
        void third() {}

        @Test
        void runs() {}
    }

    /** What {@link SkippedTests} is tried on. */
    static class WholeClass {

        @BeforeAll
        static void isAborted() {
            throw new TestAbortedException("no network");
        }

        @Test
        void neverRuns() {}
    }

    /** What {@link SkippedTests} is tried on. */
    static class AllRuns {

        @Test
        void runs() {}
    }
}
