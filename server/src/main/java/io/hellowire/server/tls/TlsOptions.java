package io.hellowire.server.tls;

import io.netty.handler.ssl.ClientAuth;
import java.nio.file.Path;
import java.util.List;

/**
 * How TLS is spoken.
 *
 * @param certificates where our certificates come from, each for clients that take its kind of key; at least one, that
 *     which people are told of first
 * @param provider which TLS library does the work
 * @param clientAuthorities files with the authorities of client certificates; empty if clients show none
 * @param clientAuthentication whether clients must show a certificate, if there are authorities
 * @param terms the versions and cipher suites
 */
public record TlsOptions(
        List<CertificateSource> certificates,
        TlsProvider provider,
        List<Path> clientAuthorities,
        ClientAuthentication clientAuthentication,
        TlsTerms terms) {

    public TlsOptions {
        certificates = List.copyOf(certificates);
        clientAuthorities = List.copyOf(clientAuthorities);
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("certificates: none (expected: at least one)");
        }
    }

    /** With one certificate, and terms as most people want them. */
    public TlsOptions(
            CertificateSource certificate,
            TlsProvider provider,
            List<Path> clientAuthorities,
            ClientAuthentication clientAuthentication) {
        this(List.of(certificate), provider, clientAuthorities, clientAuthentication, TlsTerms.modern());
    }

    /** With this certificate, and as most people want the rest. */
    public static TlsOptions with(CertificateSource certificate) {
        return new TlsOptions(certificate, TlsProvider.AUTO, List.of(), ClientAuthentication.NEED);
    }

    /** Whether clients must show a certificate. */
    public enum ClientAuthentication {
        /** They may, and then it must be a good one. */
        WANT(ClientAuth.OPTIONAL),
        /** They must. */
        NEED(ClientAuth.REQUIRE);

        private final ClientAuth netty;

        ClientAuthentication(ClientAuth netty) {
            this.netty = netty;
        }

        ClientAuth netty() {
            return netty;
        }
    }
}
