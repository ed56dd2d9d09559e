package io.hellowire.client.tls;

import io.hellowire.certs.Identity;
import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.step.StepException;
import io.hellowire.client.tls.TlsOptions.Library;
import io.hellowire.client.tls.TlsOptions.Offer;
import io.hellowire.wire.tls.TlsVersion;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.OpenSslCachingX509KeyManagerFactory;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLException;

/** Our options in the words of Netty, which makes the engine of each connection after them. */
final class NettyContext {

    private final TlsOptions options;
    private final Offer offer;
    private final Library library;

    NettyContext(TlsOptions options, Library library) {
        this.options = options;
        this.offer = options.offer();
        this.library = library;
    }

    /** @throws StepException if our certificate or the cipher suites cannot be used */
    SslContext build() throws StepException {
        SslContextBuilder builder = SslContextBuilder.forClient()
                .sslProvider(library == Library.JDK ? SslProvider.JDK : SslProvider.OPENSSL_REFCNT)
                .trustManager(new PeerTrust())
                .endpointIdentificationAlgorithm(null) // the verifier checks the name, and keeps the result
                .protocols(TlsVersion.between(offer.lowest(), offer.highest()).stream()
                        .map(TlsVersion::word)
                        .toList());
        if (options.identity() != null) {
            builder.keyManager(keys(options.identity()));
        }
        if (!offer.protocols().isEmpty()) {
            builder.applicationProtocolConfig(new ApplicationProtocolConfig(
                    Protocol.ALPN,
                    SelectorFailureBehavior.NO_ADVERTISE,
                    SelectedListenerFailureBehavior.ACCEPT,
                    offer.protocols()));
        }
        if (!offer.ciphers().isEmpty()) {
            builder.ciphers(offer.ciphers());
        }
        try {
            return builder.build();
        } catch (SSLException | IllegalArgumentException e) {
            throw new StepException(unusable(e), e);
        }
    }

    private KeyManagerFactory keys(Identity identity) {
        KeyManagerFactory keys = identity.keyManagers();
        return library == Library.JDK ? keys : new OpenSslCachingX509KeyManagerFactory(keys);
    }

    private Failure unusable(Exception e) {
        return offer.ciphers().isEmpty()
                ? Failure.of(Phase.TLS, ExitCode.OWN_CERTIFICATE, "identity_unusable", "--cert: " + e.getMessage())
                : Failure.of(
                        Phase.TLS,
                        ExitCode.CIPHERS,
                        "ciphers_unusable",
                        "--ciphers: " + String.join(":", offer.ciphers())
                                + " (expected: names that the TLS library knows)");
    }
}
