package io.hellowire.server.tls;

import io.hellowire.capture.Capture;
import io.hellowire.capture.secrets.SecretSource;
import io.hellowire.certs.CertificateLoader;
import io.hellowire.certs.Identity;
import io.hellowire.certs.Passphrase;
import io.hellowire.certs.ServingWarnings;
import io.hellowire.certs.inspect.CertificateFacts;
import io.hellowire.wire.tls.Offer;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
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
    private final List<SslProvider> providers;
    private final ContextMaker maker;
    private final Thread watcher;
    private final Map<CertificateSource, Identity> identities = new LinkedHashMap<>();
    private final CompletableFuture<@Nullable Void> complete = new CompletableFuture<>();
    private volatile Identity identity;
    private volatile Choice current;
    private volatile boolean closed;

    private TlsContexts(TlsOptions options, Duration lookEvery, @Nullable Capture capture) throws IOException {
        this.options = options;
        List<X509Certificate> clientAuthorities = options.clientAuthorities().isEmpty()
                ? List.of()
                : new CertificateLoader(Passphrase.none())
                        .loadTrust(options.clientAuthorities())
                        .roots();
        this.providers = options.provider().resolve(!clientAuthorities.isEmpty());
        this.maker = new ContextMaker(options, clientAuthorities, capture);
        CertificateSource first = options.certificates().get(0);
        this.identity = first.load();
        identities.put(first, identity);
        for (CertificateSource source : options.certificates()) {
            if (source != first && !source.takesLong()) {
                identities.put(source, source.load());
            }
        }
        this.current = choice();
        identities.values().forEach(TlsContexts::warnAbout);
        if (options.terms().isLegacy()) {
            LOGGER.warn("tls: old versions or key exchange with RSA alone are allowed; whoever records the traffic may"
                    + " read it one day");
        }
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

    /**
     * What a new connection gets.
     *
     * @param offer what the client offers, {@code null} if it did not say so
     */
    Handler newHandler(ByteBufAllocator allocator, @Nullable Offer offer) {
        Choice.Chosen chosen = current.of(offer);
        SslHandler handler = chosen.context().tls().newHandler(allocator);
        handler.setHandshakeTimeoutMillis(0); // our own limits see to that, for all connections at once
        Mismatch mismatch = chosen.mismatch();
        return new Handler(handler, chosen.context().secrets(), mismatch == null ? null : mismatch.words());
    }

    /** Whether a certificate that is still being made may be what this client needs. */
    boolean mayLearn(@Nullable Offer offer) {
        return !complete.isDone() && current.of(offer).mismatch() != null;
    }

    /** Runs a task once all certificates are there. */
    void whenComplete(Executor executor, Runnable task) {
        complete.thenRunAsync(task, executor);
    }

    /** Where the secrets of connections come from, for people; {@code null} if nobody wants them. */
    public @Nullable String secretSource() {
        SecretSource secrets = current.of(null).context().secrets();
        return secrets == null ? null : secrets.description();
    }

    /** The certificate that new connections get. */
    public X509Certificate certificate() {
        return identity.certificate();
    }

    /** The SHA-256 of that certificate, in pairs of hexadecimal digits with colons. */
    public String fingerprint() {
        return CertificateFacts.fingerprint(certificate());
    }

    /** Where that certificate lies, for people. */
    public String source() {
        return options.certificates().get(0).describe();
    }

    /** The PEM file of that certificate, for clients to trust; {@code null} if there is none. */
    public @Nullable Path pemFile() {
        return options.certificates().get(0).pemFile();
    }

    /** The TLS library in use, with its version. */
    public String provider() {
        return TlsProvider.describe(current.provider());
    }

    private void watch(Duration every) {
        loadLate();
        while (!closed) {
            try {
                TimeUnit.MILLISECONDS.sleep(every.toMillis());
                look();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void loadLate() {
        for (CertificateSource source : options.certificates()) {
            if (!identities.containsKey(source)) {
                try {
                    use(source, source.load());
                } catch (IOException | IllegalArgumentException e) {
                    LOGGER.warn("{}; it is done without", e.getMessage());
                }
            }
        }
        complete.complete(null);
    }

    private void look() {
        for (CertificateSource source : List.copyOf(identities.keySet())) {
            try {
                @Nullable Identity changed = source.reloadIfChanged();
                if (changed != null) {
                    use(source, changed);
                    LOGGER.info(
                            "certificate: {} changed; new connections get the one with SHA-256 {}",
                            source.describe(),
                            CertificateFacts.fingerprint(changed.certificate()));
                }
            } catch (IOException | IllegalArgumentException e) {
                LOGGER.warn("{}; the certificate in use stays", e.getMessage());
            }
        }
    }

    /** Nothing is changed if it cannot be used. */
    private void use(CertificateSource source, Identity loaded) throws IOException {
        Identity before = identities.put(source, loaded);
        try {
            current = choice();
            identity =
                    Objects.requireNonNull(identities.get(options.certificates().get(0)));
            warnAbout(loaded);
        } catch (IOException | IllegalArgumentException e) {
            if (before == null) {
                identities.remove(source);
            } else {
                identities.put(source, before);
            }
            throw e;
        }
    }

    private static void warnAbout(Identity loaded) {
        loaded.warnings().forEach(LOGGER::warn);
        ServingWarnings.of(loaded).forEach(LOGGER::warn);
    }

    private Choice choice() throws IOException {
        return new Choice(List.copyOf(identities.values()), providers, maker);
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
        maker.close();
    }

    /**
     * What a new connection gets.
     *
     * @param tls its handler
     * @param secrets where its secrets come from, {@code null} if nobody wants them
     * @param mismatch why its handshake will fail, in words; {@code null} if nothing is known against it
     */
    public record Handler(
            SslHandler tls,
            @Nullable SecretSource secrets,
            @Nullable String mismatch) {}
}
