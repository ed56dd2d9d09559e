/**
 * The secrets of TLS connections, taken from the engine that made them: {@link
 * io.hellowire.capture.secrets.SecretSource} says from which, {@link io.hellowire.capture.secrets.KeyLogLine} is
 * one secret in the format of RFC 9850.
 */
@NullMarked
package io.hellowire.capture.secrets;

import org.jspecify.annotations.NullMarked;
