/**
 * Captures read back: {@link io.hellowire.wire.capture.reading.CaptureSummary} says what is in a file, {@link
 * io.hellowire.wire.capture.reading.SecretStrip} takes the secrets out of one.
 */
@NullMarked
package io.hellowire.wire.capture.reading;

import org.jspecify.annotations.NullMarked;
