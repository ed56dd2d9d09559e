/**
 * What the measured programs are given to do. Read {@link io.hellowire.bench.load.Load} first,
 * then {@link io.hellowire.bench.load.PacedRequests}, which asks how long one waits.
 */
@NullMarked
package io.hellowire.bench.load;

import org.jspecify.annotations.NullMarked;
