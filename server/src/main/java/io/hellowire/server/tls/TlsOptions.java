package io.hellowire.server.tls;

import java.nio.file.Path;
import java.util.List;

/**
 * How TLS is spoken.
 *
 * @param certificate where our certificate comes from
 * @param provider which TLS library does the work
 * @param clientAuthorities files with the authorities of client certificates; empty if clients show none
 * @param clientAuthentication whether clients must show a certificate, if there are authorities
 */
public record TlsOptions(
        CertificateSource certificate,
        TlsProvider provider,
        List<Path> clientAuthorities,
        ClientAuthentication clientAuthentication) {

    public TlsOptions {
        clientAuthorities = List.copyOf(clientAuthorities);
    }

    /** With this certificate, and as most people want the rest. */
    public static TlsOptions with(CertificateSource certificate) {
        return new TlsOptions(certificate, TlsProvider.AUTO, List.of(), ClientAuthentication.NEED);
    }
}
