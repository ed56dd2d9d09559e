/**
 * Where the content of a response goes when it is wanted for itself. Read
 * {@link io.hellowire.client.output.FileSink} first.
 */
@NullMarked
package io.hellowire.client.output;

import org.jspecify.annotations.NullMarked;
