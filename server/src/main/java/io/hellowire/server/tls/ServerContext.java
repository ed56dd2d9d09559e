package io.hellowire.server.tls;

import io.hellowire.capture.secrets.SecretSource;
import io.netty.handler.ssl.SslContext;
import org.jspecify.annotations.Nullable;

/**
 * One certificate of ours, ready to be served by one TLS library.
 *
 * @param tls the library's
 * @param ours what it can do for a client
 * @param secrets where the secrets of its connections come from, {@code null} if nobody wants them
 */
record ServerContext(SslContext tls, Ours ours, @Nullable SecretSource secrets) {}
