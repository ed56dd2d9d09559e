/**
 * The pieces of the path that each request takes, one benchmark each, by JMH. {@code bench/pieces} runs them, and says
 * how long each takes and how many bytes it allocates. Read {@link io.hellowire.bench.pieces.HeadBenchmark} first.
 */
@NullMarked
package io.hellowire.bench.pieces;

import org.jspecify.annotations.NullMarked;
