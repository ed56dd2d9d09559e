package io.hellowire.capture;

import io.hellowire.certs.Identity;
import io.hellowire.certs.issue.CertificateProfile;
import io.hellowire.certs.issue.Names;
import io.hellowire.certs.issue.SelfSigned;
import io.hellowire.testkit.Program;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import javax.net.ssl.SSLException;

/** Contexts for tests, whose ends trust each other. */
final class Tls {

    private static final Identity IDENTITY =
            SelfSigned.issue(CertificateProfile.server(Names.of("localhost", "127.0.0.1", "::1")));

    private Tls() {}

    static SslContext server(SslProvider provider, String... versions) throws SSLException {
        require(provider);
        return SslContextBuilder.forServer(IDENTITY.key(), IDENTITY.chain())
                .sslProvider(provider)
                .protocols(versions)
                .build();
    }

    static SslContext client(SslProvider provider, String... versions) throws SSLException {
        require(provider);
        return SslContextBuilder.forClient()
                .trustManager(IDENTITY.certificate())
                .sslProvider(provider)
                .protocols(versions)
                .build();
    }

    private static void require(SslProvider provider) {
        if (provider == SslProvider.OPENSSL && !OpenSsl.isAvailable()) {
            throw Program.missing("BoringSSL does not load here");
        }
    }
}
