/**
 * The TLS side of a connection: which certificate is shown, what the client offered, and in words why a handshake
 * failed. Read {@link io.hellowire.server.tls.HandshakeHandler} first.
 */
@NullMarked
package io.hellowire.server.tls;

import org.jspecify.annotations.NullMarked;
