package io.hellowire.bench.compare;

import java.time.Duration;
import java.util.List;

/**
 * How much time a comparison takes for how much certainty.
 *
 * @param pairs how many pairs of samples
 * @param slice how long a load runs for one sample
 * @param warmUp the CPU time that a server gets before the first sample; a JVM compiles meanwhile
 * @param patience how long, by the clock, a warm-up may take at most
 * @param crowds numbers of connections at once that are tried one after the other
 * @param idleConnections how many connections are opened to see what one costs
 * @param fetchMiB how much the clients fetch, in MiB
 */
public record Effort(
        int pairs,
        Duration slice,
        Duration warmUp,
        Duration patience,
        List<Integer> crowds,
        int idleConnections,
        int fetchMiB) {

    public Effort {
        crowds = List.copyOf(crowds);
    }

    /** For the table in the README. */
    public static Effort full() {
        return new Effort(
                10,
                Duration.ofSeconds(1),
                Duration.ofSeconds(8),
                Duration.ofMinutes(2),
                List.of(1, 1_000, 10_000),
                10_000,
                1024);
    }

    /** To see that it works: the figures mean little. */
    public static Effort quick() {
        return new Effort(1, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(2), List.of(1), 500, 64);
    }

    /** The same with another number of pairs. */
    public Effort withPairs(int number) {
        return new Effort(number, slice, warmUp, patience, crowds, idleConnections, fetchMiB);
    }
}
