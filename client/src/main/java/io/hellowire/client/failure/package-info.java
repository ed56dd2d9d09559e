/**
 * How a fetch fails, in words and in curl's exit codes. Read {@link io.hellowire.client.failure.Failure} first.
 */
@NullMarked
package io.hellowire.client.failure;

import org.jspecify.annotations.NullMarked;
