package io.hellowire.capture.tls;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was negotiated, as far as an eavesdropper reads it.
 *
 * @param version such as {@code TLSv1.3}, or {@code null} if the server did not answer
 * @param cipherSuite its name, or its number if we have no name for it; {@code null} if the server did not answer
 * @param serverName the name the client asked for, as sent, or {@code null}
 * @param offered the protocols the client offered by ALPN, as sent; often empty
 * @param chosen the protocol chosen by ALPN, or {@code null}: none, or not in the clear, as in TLS 1.3
 * @param hasSecrets whether there are secrets for this connection
 */
public record TlsFacts(
        @Nullable String version,
        @Nullable String cipherSuite,
        @Nullable String serverName,
        List<String> offered,
        @Nullable String chosen,
        boolean hasSecrets) {}
