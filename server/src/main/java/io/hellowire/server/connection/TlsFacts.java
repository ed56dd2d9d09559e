package io.hellowire.server.connection;

import org.jspecify.annotations.Nullable;

/**
 * What a TLS handshake agreed on.
 *
 * @param version such as {@code TLSv1.3}
 * @param cipher the cipher suite, such as {@code TLS_AES_128_GCM_SHA256}
 * @param serverName the name the client asked for (SNI), {@code null} if it named none
 * @param protocol the application protocol agreed on (ALPN), {@code null} if none was
 * @param client the client's certificate, {@code null} if it showed none
 */
public record TlsFacts(
        String version,
        String cipher,
        @Nullable String serverName,
        @Nullable String protocol,
        @Nullable ClientCertificate client) {

    /**
     * The certificate a client showed.
     *
     * @param subject its subject, as RFC 2253 writes it
     * @param fingerprint the SHA-256 of the certificate, in pairs of hexadecimal digits with colons
     */
    public record ClientCertificate(String subject, String fingerprint) {}
}
