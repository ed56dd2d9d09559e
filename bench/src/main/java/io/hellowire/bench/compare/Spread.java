package io.hellowire.bench.compare;

import java.util.List;

/**
 * Where the middle half of some numbers lies. On a machine that others use too, single numbers lie; the middle of many
 * does not, and the quartiles say how far to believe it.
 *
 * @param lower the first quartile
 * @param median the second
 * @param upper the third
 * @param count how many numbers there were
 */
record Spread(double lower, double median, double upper, int count) {

    static Spread of(List<Double> numbers) {
        if (numbers.isEmpty()) {
            throw new IllegalArgumentException("numbers: none (expected: at least one)");
        }
        List<Double> sorted = numbers.stream().sorted().toList();
        return new Spread(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75), sorted.size());
    }

    /** Between two numbers lies the point as far from each as the quantile says. */
    private static double at(List<Double> sorted, double quantile) {
        double place = quantile * (sorted.size() - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }
}
