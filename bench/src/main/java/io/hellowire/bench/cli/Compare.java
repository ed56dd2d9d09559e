package io.hellowire.bench.cli;

import io.hellowire.bench.compare.Comparison;
import io.hellowire.bench.compare.Effort;
import io.hellowire.bench.process.Versions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures ours side by side with others, and prints one table. */
@Command(
        name = "bench/compare",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures Hellowire side by side with the other servers on this machine.")
public final class Compare implements Callable<Integer> {

    /** One for each work. */
    private static final Set<String> QUICK_PEERS = Set.of("nginx", "one-loop", "no-capture", "curl");

    @Option(names = "--quick", description = "Only show that it works, in less than two minutes.")
    private boolean quick;

    @Option(names = "--work", paramLabel = "NAME", description = "Only this work; may be repeated.")
    private @Nullable Set<String> works;

    @Option(
            names = "--peer",
            paramLabel = "NAME",
            description = "Only against this peer, in every work that it can do; may be repeated.")
    private @Nullable Set<String> peers;

    @Option(names = "--pairs", paramLabel = "N", description = "So many pairs (default: 10; 4 of idle connections).")
    private @Nullable Integer pairs;

    @Option(
            names = "--results",
            paramLabel = "FOLDER",
            defaultValue = "bench/target/results",
            description = "Where compare.md, compare.csv and compare.svg go (default: ${DEFAULT-VALUE}).")
    private Path results = Path.of("bench/target/results");

    @Option(
            names = "--list",
            description = "Only print the peers that are here, and the works, each with whom it is measured against.")
    private boolean list;

    @Spec
    private CommandSpec spec = CommandSpec.create();

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
            print(comparison);
            return 0;
        }
        Set<String> chosenWorks =
                works == null ? Set.copyOf(comparison.workNames()) : known("--work", works, comparison.workNames());
        Set<String> chosenPeers = peers == null ? usualPeers() : known("--peer", peers, comparison.peerNames());
        Report report = new Report(out, results, Versions.ofThisMachine());
        comparison.run(chosenWorks, chosenPeers, report);
        report.end();
        return report.isComplete() ? 0 : 1;
    }

    private void print(Comparison comparison) {
        out.println("peers: " + String.join(" ", comparison.peerNames()));
        for (String work : comparison.workNames()) {
            out.println(work + ": " + String.join(" ", comparison.usualPeerNames(work)));
        }
    }

    private @Nullable Set<String> usualPeers() {
        return quick ? QUICK_PEERS : null;
    }

    private Set<String> known(String option, Set<String> names, List<String> known) {
        for (String name : names) {
            if (!known.contains(name)) {
                throw new ParameterException(
                        spec.commandLine(), option + ": " + name + " (expected: one of " + known + ")");
            }
        }
        return names;
    }
}
