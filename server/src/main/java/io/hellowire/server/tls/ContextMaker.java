package io.hellowire.server.tls;

import io.hellowire.capture.Capture;
import io.hellowire.certs.Identity;
import io.hellowire.wire.tls.Groups;
import io.hellowire.wire.tls.TlsVersion;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.OpenSslCachingX509KeyManagerFactory;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.KeyManagerFactory;
import org.jspecify.annotations.Nullable;

/** Makes what serves a certificate, and frees it all at the end. Safe for use by several threads. */
final class ContextMaker implements AutoCloseable {

    /** How many sessions are kept to be resumed: each takes some kilobytes, and libraries would keep 20,480. */
    private static final int SESSIONS = 1024;

    private final TlsOptions options;
    private final List<X509Certificate> clientAuthorities;
    private final @Nullable Capture capture;
    private final ConcurrentLinkedQueue<SslContext> made = new ConcurrentLinkedQueue<>();

    ContextMaker(TlsOptions options, List<X509Certificate> clientAuthorities, @Nullable Capture capture) {
        this.options = options;
        this.clientAuthorities = clientAuthorities;
        this.capture = capture;
    }

    ServerContext make(Identity identity, SslProvider provider) throws IOException {
        SslContextBuilder builder = SslContextBuilder.forServer(keys(identity, provider))
                .sslProvider(provider)
                .sessionCacheSize(SESSIONS)
                .protocols(versions(provider).stream().map(TlsVersion::word).toList())
                .ciphers(options.terms().suites(), SupportedCipherSuiteFilter.INSTANCE)
                .applicationProtocolConfig(new ApplicationProtocolConfig(
                        Protocol.ALPN,
                        SelectorFailureBehavior.NO_ADVERTISE,
                        SelectedListenerFailureBehavior.ACCEPT,
                        TlsContexts.PROTOCOLS));
        if (clientAuthorities.isEmpty()) {
            builder.trustManager(new TrustNobody());
        } else {
            builder.trustManager(new ClientVerifier(clientAuthorities))
                    .clientAuth(options.clientAuthentication().netty());
        }
        SslContext context = builder.build();
        made.add(context);
        return new ServerContext(
                context, ours(identity, provider, context), capture == null ? null : capture.secretsOf(context));
    }

    /** With a memory of what was made of the key for BoringSSL, else it would be made anew for each connection. */
    private static KeyManagerFactory keys(Identity identity, SslProvider provider) {
        KeyManagerFactory keys = identity.keyManagers();
        return provider == SslProvider.JDK ? keys : new OpenSslCachingX509KeyManagerFactory(keys);
    }

    private Ours ours(Identity identity, SslProvider provider, SslContext context) {
        return new Ours(
                KeyKind.of(identity.certificate().getPublicKey()),
                versions(provider),
                context.cipherSuites(),
                provider == SslProvider.JDK ? Groups.OF_JDK : Groups.OF_BORINGSSL);
    }

    /**
     * The versions that we speak by this library.
     *
     * @throws IllegalArgumentException if it speaks none of them
     */
    List<TlsVersion> versions(SslProvider provider) {
        List<TlsVersion> all = options.terms().versions();
        List<String> disabled = provider == SslProvider.JDK
                ? Arrays.stream(String.valueOf(Security.getProperty("jdk.tls.disabledAlgorithms"))
                                .split(","))
                        .map(String::strip)
                        .toList()
                : List.of();
        List<TlsVersion> spoken = all.stream()
                .filter(version -> !disabled.contains(version.word()))
                .toList();
        if (spoken.isEmpty() || (spoken.size() < all.size() && options.provider() == TlsProvider.JDK)) {
            throw new IllegalArgumentException(
                    "--tls-min: " + options.terms().lowest().number()
                            + " (expected: a version that this Java has not switched off, see jdk.tls.disabledAlgorithms in its"
                            + " java.security; --tls-provider openssl speaks it)");
        }
        return spoken;
    }

    /** Frees all contexts, when no connection can need one any more. */
    @Override
    public void close() {
        made.forEach(ReferenceCountUtil::release);
        made.clear();
    }
}
