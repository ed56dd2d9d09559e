package io.hellowire.client.tls;

import io.hellowire.capture.Capture;
import io.hellowire.capture.secrets.SecretSource;
import io.hellowire.capture.secrets.SecretsUnavailableException;
import io.hellowire.certs.Identity;
import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.step.StepException;
import io.hellowire.client.tls.TlsOptions.Library;
import io.hellowire.wire.tls.TlsVersion;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.OpenSslCachingX509KeyManagerFactory;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.ReferenceCountUtil;
import java.security.PublicKey;
import java.security.Security;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.EdECPublicKey;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What TLS needs before there is a connection, made beforehand so that the clock shows the network only. */
public final class TlsContext implements AutoCloseable {

    private static final String WARM_UP_NAME = "warm-up.invalid";

    private final TlsOptions options;
    private final Library library;
    private final TrustedRoots roots;
    private final Clock clock;
    private final PeerTrust trust;
    private final SslContext netty;
    private final @Nullable SecretSource secrets;

    private TlsContext(
            TlsOptions options,
            Library library,
            TrustedRoots roots,
            Clock clock,
            PeerTrust trust,
            SslContext netty,
            @Nullable SecretSource secrets) {
        this.options = options;
        this.library = library;
        this.roots = roots;
        this.clock = clock;
        this.trust = trust;
        this.netty = netty;
        this.secrets = secrets;
    }

    /**
     * Prepares TLS.
     *
     * @param capture may want the secrets of connections; {@code null} if nobody does
     * @throws StepException if the options, or the capture, ask for something that the library does not have
     */
    public static TlsContext prepare(TlsOptions options, Clock clock, @Nullable Capture capture) throws StepException {
        Library library = library(options);
        refuseDisabledVersions(options, library);
        TrustedRoots roots = options.roots().load();
        PeerTrust trust = new PeerTrust(new PeerVerifier(options, roots, clock, WARM_UP_NAME));
        SslContext netty = context(options, library, trust);
        return new TlsContext(options, library, roots, clock, trust, netty, secrets(netty, capture));
    }

    private static @Nullable SecretSource secrets(SslContext netty, @Nullable Capture capture) throws StepException {
        try {
            return capture == null ? null : capture.secretsOf(netty);
        } catch (SecretsUnavailableException e) {
            throw new StepException(
                    Failure.of(Phase.TLS, ExitCode.NOT_BUILT_IN, "secrets_unavailable", String.valueOf(e.getMessage())),
                    e);
        }
    }

    /**
     * Prepares Java's own TLS, for a server that accepted nothing that BoringSSL offers.
     *
     * @throws StepException as {@link #prepare}
     */
    public static TlsContext prepareInstead(TlsOptions options, Clock clock, @Nullable Capture capture)
            throws StepException {
        return prepare(options.by(Library.JDK), clock, capture);
    }

    /** Whether Java's own TLS may do better: BoringSSL verifies no P-521, Ed25519, Ed448 and RSA-PSS keys. */
    public boolean leavesAnotherTry(TlsFacts refused) {
        return options.library() == Library.AUTO
                && library == Library.OPENSSL
                && refused.alert() == TlsAlert.HANDSHAKE_FAILURE
                && refused.verdict() == null;
    }

    private static Library library(TlsOptions options) throws StepException {
        if (options.identity() != null && !isServedByBoringSsl(options.identity())) {
            if (options.library() == Library.OPENSSL) {
                throw new StepException(Failure.of(
                        Phase.TLS,
                        ExitCode.OWN_CERTIFICATE,
                        "identity_unusable",
                        "--tls-provider: openssl, with an Ed448 or RSA-PSS key (expected: jdk or auto, for BoringSSL has"
                                + " no signatures with such a key)"));
            }
            return Library.JDK;
        }
        if (options.library() == Library.OPENSSL && !OpenSsl.isAvailable()) {
            throw new StepException(Failure.of(
                    Phase.TLS,
                    ExitCode.NOT_BUILT_IN,
                    "library_missing",
                    "--tls-provider: openssl does not load here (expected: jdk or auto)"));
        }
        if (options.library() == Library.AUTO) {
            return OpenSsl.isAvailable() ? Library.OPENSSL : Library.JDK;
        }
        return options.library();
    }

    private static boolean isServedByBoringSsl(Identity identity) {
        PublicKey key = identity.certificate().getPublicKey();
        boolean ed448 =
                key instanceof EdECPublicKey ed && ed.getParams().getName().equals("Ed448");
        return !ed448 && !key.getAlgorithm().equals("RSASSA-PSS");
    }

    private static void refuseDisabledVersions(TlsOptions options, Library library) throws StepException {
        List<String> disabled = Arrays.stream(String.valueOf(Security.getProperty("jdk.tls.disabledAlgorithms"))
                        .split(","))
                .map(String::strip)
                .toList();
        if (library == Library.JDK && disabled.contains(options.highest().word())) {
            throw new StepException(Failure.of(
                            Phase.TLS,
                            ExitCode.NOT_BUILT_IN,
                            "version_disabled",
                            options.highest().word() + " is switched off by this Java's policy"
                                    + " (jdk.tls.disabledAlgorithms in its java.security)")
                    .hint("--tls-provider openssl still speaks it"));
        }
    }

    private static SslContext context(TlsOptions options, Library library, PeerTrust trust) throws StepException {
        SslContextBuilder builder = SslContextBuilder.forClient()
                .sslProvider(library == Library.JDK ? SslProvider.JDK : SslProvider.OPENSSL_REFCNT)
                .trustManager(trust)
                .endpointIdentificationAlgorithm(null) // the verifier checks the name, and keeps the result
                .protocols(TlsVersion.between(options.lowest(), options.highest()).stream()
                        .map(TlsVersion::word)
                        .toList());
        if (options.identity() != null) {
            builder.keyManager(keys(options.identity(), library));
        }
        if (!options.protocols().isEmpty()) {
            builder.applicationProtocolConfig(new ApplicationProtocolConfig(
                    Protocol.ALPN,
                    SelectorFailureBehavior.NO_ADVERTISE,
                    SelectedListenerFailureBehavior.ACCEPT,
                    options.protocols()));
        }
        if (!options.ciphers().isEmpty()) {
            builder.ciphers(options.ciphers());
        }
        try {
            return builder.build();
        } catch (SSLException | IllegalArgumentException e) {
            throw new StepException(unusable(options, e), e);
        }
    }

    private static KeyManagerFactory keys(Identity identity, Library library) {
        KeyManagerFactory keys = identity.keyManagers();
        return library == Library.JDK ? keys : new OpenSslCachingX509KeyManagerFactory(keys);
    }

    private static Failure unusable(TlsOptions options, Exception e) {
        return options.ciphers().isEmpty()
                ? Failure.of(Phase.TLS, ExitCode.OWN_CERTIFICATE, "identity_unusable", "--cert: " + e.getMessage())
                : Failure.of(
                        Phase.TLS,
                        ExitCode.CIPHERS,
                        "ciphers_unusable",
                        "--ciphers: " + String.join(":", options.ciphers())
                                + " (expected: names that the TLS library knows)");
    }

    /** Where the secrets of connections come from, {@code null} if nobody wants them. */
    @Nullable
    SecretSource secrets() {
        return secrets;
    }

    /** Uses everything once that a handshake will use, so that no class is loaded while the clock runs. */
    public void warmUp() {
        judgeOneOfTheRoots();
        EmbeddedChannel channel = new EmbeddedChannel(netty.newHandler(UnpooledByteBufAllocator.DEFAULT));
        channel.finishAndReleaseAll(); // the hello has been made, and goes nowhere
    }

    private void judgeOneOfTheRoots() {
        if (roots.certificates().isEmpty()) {
            return;
        }
        try {
            X509Certificate[] chain = {roots.certificates().get(0)};
            new PeerVerifier(options, roots, clock, WARM_UP_NAME).judge(chain, "ECDHE_ECDSA", null);
        } catch (CertificateException e) {
            return; // it is no server's certificate, which does not matter here
        }
    }

    TlsOptions options() {
        return options;
    }

    /** Who judges the server's certificate in the next handshake: it must be for this name or address. */
    PeerVerifier verifierFor(String nameOrAddress) {
        PeerVerifier verifier = new PeerVerifier(options, roots, clock, nameOrAddress);
        trust.use(verifier);
        return verifier;
    }

    SslContext netty() {
        return netty;
    }

    /** Lets go of what the native library holds. */
    @Override
    public void close() {
        ReferenceCountUtil.release(netty);
    }

    /** What speaks TLS, for people. */
    public String libraryName() {
        return library == Library.JDK ? "Java (SunJSSE)" : OpenSsl.versionString();
    }
}
