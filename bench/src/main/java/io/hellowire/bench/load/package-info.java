/**
 * What the measured programs are given to do. Read {@link io.hellowire.bench.load.Load} first.
 */
@NullMarked
package io.hellowire.bench.load;

import org.jspecify.annotations.NullMarked;
