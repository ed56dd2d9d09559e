/**
 * The comparison: what is measured, in which order, and what is made of it. Read {@link
 * io.hellowire.bench.compare.Pairs} first, then {@link io.hellowire.bench.compare.Works}.
 */
@NullMarked
package io.hellowire.bench.compare;

import org.jspecify.annotations.NullMarked;
