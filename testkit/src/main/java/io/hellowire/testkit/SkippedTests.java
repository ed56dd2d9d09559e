package io.hellowire.testkit;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Says at the end which tests were skipped and why, such as which program is missing; a build's own summary only counts
 * them. It is registered for every test through {@code META-INF/services}.
 */
public final class SkippedTests implements TestExecutionListener {

    private final Consumer<String> console;
    private final Map<String, Map<String, Integer>> classesByReason = new TreeMap<>();

    /** Says it on standard output, as that is at the end. */
    public SkippedTests() {
        this(line -> System.out.println(line));
    }

    /** @param console takes the lines */
    SkippedTests(Consumer<String> console) {
        this.console = console;
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        skipped(test, reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == Status.ABORTED) {
            skipped(test, result.getThrowable().map(Throwable::getMessage).orElse("no reason given"));
        }
    }

    private synchronized void skipped(TestIdentifier test, String reason) {
        classesByReason
                .computeIfAbsent(reason, key -> new TreeMap<>())
                .merge(test.getSource().map(SkippedTests::className).orElse(test.getDisplayName()), 1, Integer::sum);
    }

    private static String className(TestSource source) {
        if (source instanceof MethodSource method) {
            return method.getJavaClass().getSimpleName();
        }
        return source instanceof ClassSource type ? type.getJavaClass().getSimpleName() : source.toString();
    }

    @Override
    public synchronized void testPlanExecutionFinished(TestPlan plan) {
        classesByReason.forEach((reason, classes) -> classes.forEach((name, count) ->
                console.accept("skipped: " + name + ", " + count + (count == 1 ? " test: " : " tests: ") + reason)));
        classesByReason.clear();
    }
}
