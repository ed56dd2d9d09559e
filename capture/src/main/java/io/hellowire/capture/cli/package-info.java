/** What a capture is asked on the command line: {@code show} and {@code strip}, which the server's command offers. */
@NullMarked
package io.hellowire.capture.cli;

import org.jspecify.annotations.NullMarked;
