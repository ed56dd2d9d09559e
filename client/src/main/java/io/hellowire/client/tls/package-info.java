/**
 * From an open connection to an encrypted one, with a verdict on the certificate whatever the outcome. Read
 * {@link io.hellowire.client.tls.Handshake} first, then {@link io.hellowire.client.tls.PeerVerifier}.
 */
@NullMarked
package io.hellowire.client.tls;

import org.jspecify.annotations.NullMarked;
