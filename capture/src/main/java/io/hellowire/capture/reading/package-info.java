/**
 * Captures read back: {@link io.hellowire.capture.reading.CaptureSummary} says what is in a file, {@link
 * io.hellowire.capture.reading.SecretStrip} takes the secrets out of one.
 */
@NullMarked
package io.hellowire.capture.reading;

import org.jspecify.annotations.NullMarked;
