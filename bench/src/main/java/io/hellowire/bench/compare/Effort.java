package io.hellowire.bench.compare;

import java.time.Duration;
import java.util.List;

/**
 * How much time a comparison takes for how much certainty.
 *
 * @param pairs how many pairs of samples
 * @param longPairs how many of those works that take a quarter of a minute for one
 * @param slice how long a load runs for one sample
 * @param warmth when a server counts as warm
 * @param crowds numbers of connections at once that are tried one after the other, beside the 64 of the other works
 * @param idleConnections how many connections are opened to see what one costs
 * @param fetchMiB how much the clients fetch, in MiB
 */
public record Effort(
        int pairs,
        int longPairs,
        Duration slice,
        Warmth warmth,
        List<Integer> crowds,
        int idleConnections,
        int fetchMiB) {

    public Effort {
        crowds = List.copyOf(crowds);
    }

    /** For the table in the README. */
    public static Effort full() {
        return new Effort(10, 4, Duration.ofSeconds(1), Warmth.full(), List.of(1, 1_000, 10_000), 10_000, 1024);
    }

    /** To see that it works: the figures mean little. */
    public static Effort quick() {
        return new Effort(1, 1, Duration.ofSeconds(1), Warmth.quick(), List.of(1), 500, 64);
    }

    /** The same with another number of pairs. */
    public Effort withPairs(int number) {
        return new Effort(number, number, slice, warmth, crowds, idleConnections, fetchMiB);
    }
}
