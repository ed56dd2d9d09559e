package io.hellowire.bench.compare;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What came of one work against one peer.
 *
 * @param work its name
 * @param unit of the costs
 * @param peer the other's name
 * @param ours our samples
 * @param theirs the other's, each taken right after the one of ours at the same place
 */
public record Row(String work, String unit, String peer, List<Sample> ours, List<Sample> theirs) {

    public Row {
        ours = List.copyOf(ours);
        theirs = List.copyOf(theirs);
        if (ours.isEmpty() || ours.size() != theirs.size()) {
            throw new IllegalArgumentException(
                    "samples: " + ours.size() + " and " + theirs.size() + " (expected: pairs, at least one)");
        }
    }

    /** Ours over the other's, within each pair: less than one is better than the other. */
    Spread ratio() {
        return Spread.of(IntStream.range(0, ours.size())
                .mapToObj(i -> ours.get(i).cost() / theirs.get(i).cost())
                .toList());
    }

    /** The sample that has, in each of its figures, the middle of them all. */
    static Sample middle(List<Sample> samples) {
        return new Sample(
                median(samples, Sample::cost),
                median(samples, Sample::perSecond),
                Math.round(median(samples, Sample::residentKiB)));
    }

    private static double median(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        return Spread.of(samples.stream().map(figure::applyAsDouble).toList()).median();
    }
}
