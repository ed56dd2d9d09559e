package io.hellowire.server.tls;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslProvider;
import java.security.Security;
import java.util.List;

/** Which TLS library does the work. */
public enum TlsProvider {
    /** BoringSSL where it loads and can, else the JDK's. */
    AUTO,
    /** BoringSSL, or not at all. */
    OPENSSL,
    /** The JDK's. */
    JDK;

    /**
     * The libraries to use on this machine, the one to take if both can first.
     *
     * @param clientsShowCertificates whether clients are asked for certificates: BoringSSL verifies none with a P-521,
     *     Ed25519, Ed448 or RSA-PSS key
     * @throws IllegalArgumentException if it was asked for by name and does not load
     */
    List<SslProvider> resolve(boolean clientsShowCertificates) {
        boolean loads = OpenSsl.isAvailable();
        if (this == OPENSSL && !loads) {
            throw new IllegalArgumentException("tls provider: openssl does not load: "
                    + OpenSsl.unavailabilityCause().getMessage() + " (expected: auto or jdk on this machine)");
        }
        if (this == JDK || !loads) {
            return List.of(SslProvider.JDK);
        }
        if (this == OPENSSL) {
            return List.of(SslProvider.OPENSSL_REFCNT);
        }
        return clientsShowCertificates
                ? List.of(SslProvider.JDK, SslProvider.OPENSSL_REFCNT)
                : List.of(SslProvider.OPENSSL_REFCNT, SslProvider.JDK);
    }

    /** What is in use, with its version. */
    static String describe(SslProvider provider) {
        return provider == SslProvider.JDK
                ? "the JDK's TLS (" + Security.getProvider("SunJSSE") + ")"
                : OpenSsl.versionString();
    }
}
