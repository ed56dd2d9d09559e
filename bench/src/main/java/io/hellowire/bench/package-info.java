/**
 * Measures the tools side by side with others. {@code compare} is the heart: start at
 * {@link io.hellowire.bench.compare.Pairs}, which says what a pair is, then read
 * {@link io.hellowire.bench.compare.Works} for what is measured. {@code pieces} holds the JMH benchmarks.
 */
@NullMarked
package io.hellowire.bench;

import org.jspecify.annotations.NullMarked;
