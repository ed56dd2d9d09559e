package io.hellowire.server.tls;

import io.hellowire.capture.Capture;
import io.hellowire.capture.secrets.SecretSource;
import io.hellowire.certs.CertificateLoader;
import io.hellowire.certs.Identity;
import io.hellowire.certs.Passphrase;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificate and the settings that new TLS connections get. A thread of its own looks for changed files; a
 * connection keeps what it began with.
 */
public final class TlsContexts implements AutoCloseable {

    /** The application protocols we speak, our favourite first; HTTP/2 joins here. */
    static final List<String> PROTOCOLS = List.of("http/1.1");

    private static final Logger LOGGER = LoggerFactory.getLogger(TlsContexts.class);

    private final TlsOptions options;
    private final SslProvider provider;
    private final List<X509Certificate> clientAuthorities;
    private final Thread watcher;
    private final @Nullable Capture capture;
    private final List<SslContext> all = new ArrayList<>();
    private volatile Identity identity;
    private volatile Context current;
    private volatile boolean closed;

    private TlsContexts(TlsOptions options, Duration lookEvery, @Nullable Capture capture) throws IOException {
        this.options = options;
        this.capture = capture;
        this.provider = options.provider().resolve();
        this.clientAuthorities = options.clientAuthorities().isEmpty()
                ? List.of()
                : new CertificateLoader(Passphrase.none())
                        .loadTrust(options.clientAuthorities())
                        .roots();
        this.identity = options.certificate().load();
        this.current = context(identity);
        identity.warnings().forEach(LOGGER::warn);
        this.watcher = new Thread(() -> watch(lookEvery), "certificates");
        watcher.setDaemon(true);
    }

    /**
     * Loads the certificate and watches it from then on.
     *
     * @param lookEvery how often to look whether it has changed
     * @param capture may want the secrets of connections; {@code null} if nobody does
     * @throws IOException if it cannot be used, or does not give away the secrets that are wanted
     */
    public static TlsContexts open(TlsOptions options, Duration lookEvery, @Nullable Capture capture)
            throws IOException {
        // The JDK lets a TLS 1.2 client renegotiate at will, which costs it nothing and us a handshake each time.
        System.setProperty("jdk.tls.rejectClientInitiatedRenegotiation", "true");
        TlsContexts contexts = new TlsContexts(options, lookEvery, capture);
        contexts.watcher.start();
        return contexts;
    }

    /** What a new connection gets. */
    public Handler newHandler(ByteBufAllocator allocator) {
        Context context = current;
        SslHandler handler = context.tls().newHandler(allocator);
        handler.setHandshakeTimeoutMillis(0); // our own limits see to that, for all connections at once
        return new Handler(handler, context.secrets());
    }

    /** Where the secrets of connections come from, for people; {@code null} if nobody wants them. */
    public @Nullable String secretSource() {
        SecretSource secrets = current.secrets();
        return secrets == null ? null : secrets.description();
    }

    /** The certificate that new connections get. */
    public X509Certificate certificate() {
        return identity.certificate();
    }

    /** The SHA-256 of that certificate, in pairs of hexadecimal digits with colons. */
    public String fingerprint() {
        return ClientCertificates.fingerprint(certificate());
    }

    /** Where that certificate lies, for people. */
    public String source() {
        return options.certificate().describe();
    }

    /** The PEM file of that certificate, for clients to trust; {@code null} if there is none. */
    public @Nullable Path pemFile() {
        return options.certificate().pemFile();
    }

    /** The TLS library in use, with its version. */
    public String provider() {
        return TlsProvider.describe(provider);
    }

    private Context context(Identity forIdentity) throws IOException {
        X509Certificate[] chain = forIdentity.chain().toArray(X509Certificate[]::new);
        SslContextBuilder builder = SslContextBuilder.forServer(forIdentity.key(), chain)
                .sslProvider(provider)
                .keyStoreType(Identity.KEY_STORE_TYPE)
                .protocols("TLSv1.3", "TLSv1.2")
                .applicationProtocolConfig(new ApplicationProtocolConfig(
                        Protocol.ALPN,
                        SelectorFailureBehavior.NO_ADVERTISE,
                        SelectedListenerFailureBehavior.ACCEPT,
                        PROTOCOLS));
        if (clientAuthorities.isEmpty()) {
            builder.trustManager(new TrustNobody());
        } else {
            builder.trustManager(clientAuthorities)
                    .clientAuth(options.clientAuthentication().netty());
        }
        SslContext context = builder.build();
        all.add(context);
        return new Context(context, capture == null ? null : capture.secretsOf(context));
    }

    private void watch(Duration every) {
        while (!closed) {
            try {
                TimeUnit.MILLISECONDS.sleep(every.toMillis());
                look();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void look() {
        try {
            @Nullable Identity changed = options.certificate().reloadIfChanged();
            if (changed != null) {
                current = context(changed);
                identity = changed;
                LOGGER.info(
                        "certificate: {} changed; new connections get the one with SHA-256 {}",
                        source(),
                        fingerprint());
            }
        } catch (IOException e) {
            LOGGER.warn("{}; the certificate in use stays", e.getMessage());
        }
    }

    /** Ends the watching. */
    public void stopWatching() throws InterruptedException {
        closed = true;
        watcher.interrupt();
        watcher.join();
    }

    /** Frees all contexts, when no connection can need one any more: a new connection may just have got an old one. */
    @Override
    public void close() {
        all.forEach(ReferenceCountUtil::release);
        all.clear();
    }

    /**
     * What a new connection gets.
     *
     * @param tls its handler
     * @param secrets where its secrets come from, {@code null} if nobody wants them
     */
    public record Handler(SslHandler tls, @Nullable SecretSource secrets) {}

    private record Context(SslContext tls, @Nullable SecretSource secrets) {}
}
