/** The command line: {@link io.hellowire.certs.cli.Main} and one class for each of its commands. */
@NullMarked
package io.hellowire.certs.cli;

import org.jspecify.annotations.NullMarked;
