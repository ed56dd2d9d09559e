package io.hellowire.bench.cli;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the JMH benchmarks, and prints how long each piece takes and how much it allocates. */
@Command(
        name = "bench/pieces",
        mixinStandardHelpOptions = true,
        description = "Measures the pieces of a request's path, by JMH, in less than four minutes.")
public final class Pieces implements Callable<Integer> {

    @Parameters(paramLabel = "REGEX", defaultValue = "io.hellowire", description = "Which benchmarks (default: all).")
    private String regex = "";

    @Option(names = "--quick", description = "Only show that they run.")
    private boolean quick;

    private final PrintStream out;

    private Pieces(PrintStream out) {
        this.out = out;
    }

    /** Runs it. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new Pieces(System.out)).execute(arguments));
    }

    @Override
    public Integer call() throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(regex)
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .addProfiler(GCProfiler.class)
                .forks(quick ? 1 : 3)
                .warmupIterations(quick ? 1 : 4)
                .measurementIterations(quick ? 1 : 4)
                .warmupTime(TimeValue.milliseconds(quick ? 100 : 500))
                .measurementTime(TimeValue.milliseconds(quick ? 100 : 500));
        print(new Runner(options.build()).run());
        return 0;
    }

    private void print(Collection<RunResult> results) {
        out.println("| piece | ns | +/- | bytes allocated |");
        out.println("|-------|----|-----|-----------------|");
        for (RunResult result : results) {
            Result<?> time = result.getPrimaryResult();
            Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
            out.printf(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f | %.0f |%n",
                    name(result.getParams()),
                    time.getScore(),
                    Double.isNaN(time.getScoreError()) ? 0 : time.getScoreError(),
                    bytes == null ? 0 : bytes.getScore());
        }
    }

    private static String name(BenchmarkParams params) {
        StringBuilder name = new StringBuilder(params.getBenchmark().replaceAll(".*\\.(\\w+)Benchmark\\.", "$1 "));
        for (String key : params.getParamsKeys()) {
            name.append(' ').append(params.getParam(key));
        }
        return name.toString();
    }
}
