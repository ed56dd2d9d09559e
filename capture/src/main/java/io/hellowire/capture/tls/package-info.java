/**
 * TLS as an eavesdropper with the secrets reads it: {@link io.hellowire.capture.tls.TlsStreams} splits what was captured,
 * says what was negotiated and opens the application data, with nothing but the JDK's ciphers.
 */
@NullMarked
package io.hellowire.capture.tls;

import org.jspecify.annotations.NullMarked;
