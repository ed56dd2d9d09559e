package io.hellowire.bench.cli;

import io.hellowire.bench.compare.Comparison;
import io.hellowire.bench.compare.Effort;
import io.hellowire.bench.process.Versions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures ours side by side with others, and prints one table. */
@Command(
        name = "bench/compare",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures Hellowire side by side with the other servers on this machine.")
public final class Compare implements Callable<Integer> {

    @Option(names = "--quick", description = "Only show that it works, in less than two minutes.")
    private boolean quick;

    @Option(names = "--work", paramLabel = "NAME", description = "Only this work; may be repeated.")
    private @Nullable Set<String> works;

    @Option(names = "--peer", paramLabel = "NAME", description = "Only against this peer; may be repeated.")
    private @Nullable Set<String> peers;

    @Option(names = "--pairs", paramLabel = "N", description = "So many pairs (default: 10).")
    private @Nullable Integer pairs;

    @Option(
            names = "--results",
            paramLabel = "FOLDER",
            defaultValue = "bench/target/results",
            description = "Where compare.md, compare.csv and compare.svg go (default: ${DEFAULT-VALUE}).")
    private Path results = Path.of("bench/target/results");

    @Option(names = "--list", description = "Only print the works, and the peers that are here.")
    private boolean list;

    private final PrintStream out;

    private Compare(PrintStream out) {
        this.out = out;
    }

    /** Runs it in the root folder of the built project. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new Compare(System.out)).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Effort effort = quick ? Effort.quick() : Effort.full();
        Comparison comparison = new Comparison(pairs == null ? effort : effort.withPairs(pairs), Path.of(""));
        if (list) {
            out.println("works: " + String.join(" ", comparison.workNames()));
            out.println("peers: " + String.join(" ", comparison.peerNames()));
            return 0;
        }
        Set<String> chosenPeers = chosen(
                "--peer", peers, quick ? List.of("nginx", "curl") : comparison.peerNames(), comparison.peerNames());
        Set<String> chosenWorks = chosen("--work", works, comparison.workNames(), comparison.workNames());
        Report report = new Report(out, results, Versions.ofThisMachine());
        comparison.run(chosenWorks, chosenPeers, report);
        return report.isComplete() ? 0 : 1;
    }

    private static Set<String> chosen(
            String option, @Nullable Set<String> given, List<String> otherwise, List<String> known) {
        Set<String> names = new TreeSet<>(given == null ? otherwise : given);
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(option + ": " + name + " (expected: one of " + known + ")");
            }
        }
        return names;
    }
}
