/**
 * Other programs: started, pinned to a core, accounted for and ended. Read {@link
 * io.hellowire.bench.process.Child} first.
 */
@NullMarked
package io.hellowire.bench.process;

import org.jspecify.annotations.NullMarked;
