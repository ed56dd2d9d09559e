package io.hellowire.server.tls;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslProvider;
import java.security.Security;

/** Which TLS library does the work. */
public enum TlsProvider {
    /** BoringSSL where it loads, else the JDK's. */
    AUTO,
    /** BoringSSL, or not at all. */
    OPENSSL,
    /** The JDK's. */
    JDK;

    /**
     * The library to use on this machine.
     *
     * @throws IllegalArgumentException if it was asked for by name and does not load
     */
    SslProvider resolve() {
        if (this == OPENSSL && !OpenSsl.isAvailable()) {
            throw new IllegalArgumentException("tls provider: openssl does not load: "
                    + OpenSsl.unavailabilityCause().getMessage() + " (expected: auto or jdk on this machine)");
        }
        return this == JDK || !OpenSsl.isAvailable() ? SslProvider.JDK : SslProvider.OPENSSL_REFCNT;
    }

    /** What is in use, with its version. */
    static String describe(SslProvider provider) {
        return provider == SslProvider.JDK
                ? "the JDK's TLS (" + Security.getProvider("SunJSSE") + ")"
                : OpenSsl.versionString();
    }
}
