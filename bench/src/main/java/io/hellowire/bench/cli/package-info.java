/** The command line. Read {@link io.hellowire.bench.cli.Compare}. */
@NullMarked
package io.hellowire.bench.cli;

import org.jspecify.annotations.NullMarked;
