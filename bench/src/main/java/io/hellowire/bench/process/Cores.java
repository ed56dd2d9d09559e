package io.hellowire.bench.process;

import java.util.ArrayList;
import java.util.List;

/**
 * The two halves of the machine: one core for what is measured and one for who loads it, so that neither takes the
 * other's time. With a single core they share it.
 *
 * @param measured the number of the core that the measured process runs on, or several with commas
 * @param loading the number of the core that the load generator runs on, or several with commas
 */
public record Cores(String measured, String loading) {

    /** The first two cores of this machine. */
    public static Cores ofThisMachine() {
        // Not what the JVM sees: bench/compare has pinned this JVM already.
        return Programs.isPresent("nproc")
                        && Integer.parseInt(Child.run(List.of("nproc", "--all")).strip()) > 1
                ? new Cores("0", "1")
                : new Cores("0", "0");
    }

    /** The same machine without its halves: who is measured and who loads it share all of it. */
    public Cores shared() {
        String all = measured + "," + loading;
        return new Cores(all, all);
    }

    /** The command, to run on the measured core. */
    public List<String> measured(List<String> command) {
        return on(measured, command);
    }

    /** The command, to run on the loading core. */
    public List<String> loading(List<String> command) {
        return on(loading, command);
    }

    /** The command, free to use both cores. */
    public List<String> both(List<String> command) {
        return on(measured + "," + loading, command);
    }

    private static List<String> on(String cores, List<String> command) {
        List<String> pinned = new ArrayList<>(List.of("taskset", "--cpu-list", cores));
        pinned.addAll(command);
        return pinned;
    }
}
