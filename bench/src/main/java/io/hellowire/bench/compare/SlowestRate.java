package io.hellowire.bench.compare;

/** How many requests a second the slowest of some contestants answers at most, of those that were tried until now. */
final class SlowestRate {

    private double perSecond = Double.POSITIVE_INFINITY;

    /** One more was tried. */
    void seen(double rate) {
        perSecond = Math.min(perSecond, rate);
    }

    /** The least of the rates; infinite before the first. */
    double perSecond() {
        return perSecond;
    }
}
