package io.hellowire.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CpuTimeTest {

    private static final long THIS_JVM = ProcessHandle.current().pid();

    @Test
    void allThreadsTogetherHaveUsedNoMoreThanTheirProcess() {
        CpuTime threads = CpuTime.ofThreads(THIS_JVM, Pattern.compile(".*"));

        assertThat(threads.ticks())
                .isPositive()
                .isLessThanOrEqualTo(2 + CpuTime.of(THIS_JVM).ticks()); // each is rounded down in two parts
    }

    @Test
    void findsTheCompilerThreadsOfAJvm() {
        CpuTime compilers = CpuTime.ofThreads(THIS_JVM, Child.COMPILER_THREAD);

        assertThat(compilers.ticks()).isPositive();
    }

    @Test
    void threadsThatDoNotExistHaveUsedNothing() {
        assertThat(CpuTime.ofThreads(THIS_JVM, Pattern.compile("nobody"))).isEqualTo(CpuTime.NONE);
    }
}
