package io.hellowire.capture.tls;

import org.jspecify.annotations.Nullable;

/**
 * What a server chose, in the clear.
 *
 * @param version such as 0x0304 for TLS 1.3
 * @param random 64 hexadecimal digits
 * @param suite the number of the cipher suite
 * @param protocol chosen by ALPN, or {@code null}: none, or encrypted as TLS 1.3 does
 */
record ServerHello(
        int version, String random, int suite, @Nullable String protocol) {}
