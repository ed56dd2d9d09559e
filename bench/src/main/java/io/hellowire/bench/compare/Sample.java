package io.hellowire.bench.compare;

/**
 * One measurement of one contestant.
 *
 * @param cost what one unit of the work costs, in the work's unit; less is better
 * @param perSecond how many units of the work were done a second
 * @param residentKiB the memory that the process held at the end, in KiB
 */
record Sample(double cost, double perSecond, long residentKiB) {}
