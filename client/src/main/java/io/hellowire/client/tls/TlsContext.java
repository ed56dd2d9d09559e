package io.hellowire.client.tls;

import io.hellowire.capture.Capture;
import io.hellowire.capture.secrets.SecretSource;
import io.hellowire.capture.secrets.SecretsUnavailableException;
import io.hellowire.certs.read.ForgivingProvider;
import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.step.StepException;
import io.hellowire.client.tls.TlsOptions.Library;
import io.hellowire.wire.tls.TlsAlert;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.util.ReferenceCountUtil;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What TLS needs before there is a connection, made beforehand so that the clock shows the network only. */
public final class TlsContext implements AutoCloseable {

    private final TlsOptions options;
    private final Library library;
    private final TrustedRoots roots;
    private final Clock clock;
    private final SslContext netty;
    private final @Nullable SecretSource secrets;

    private TlsContext(
            TlsOptions options,
            Library library,
            TrustedRoots roots,
            Clock clock,
            SslContext netty,
            @Nullable SecretSource secrets) {
        this.options = options;
        this.library = library;
        this.roots = roots;
        this.clock = clock;
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
        Library library = LibraryChoice.of(options);
        TrustedRoots roots = options.roots().load();
        ForgivingProvider.install();
        SslContext netty = new NettyContext(options, library).build();
        return new TlsContext(options, library, roots, clock, netty, secrets(netty, capture));
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

    /**
     * Whether Java's own TLS may do better: BoringSSL verifies no P-521, Ed25519, Ed448 and RSA-PSS keys, and reads none with
     * a curve written out.
     */
    public boolean leavesAnotherTry(TlsFacts refused) {
        Failure failure = refused.failure();
        boolean undecoded = failure != null && failure.kind().equals(TlsFailure.UNDECODED);
        return options.library() == Library.AUTO
                && library == Library.OPENSSL
                && (undecoded || refused.alert() == TlsAlert.HANDSHAKE_FAILURE)
                && refused.verdict() == null;
    }

    /** Where the secrets of connections come from, {@code null} if nobody wants them. */
    @Nullable
    SecretSource secrets() {
        return secrets;
    }

    /** What it was made with. */
    public TlsOptions options() {
        return options;
    }

    /** Who judges the server's certificate in one handshake: it must be for this name or address. */
    PeerVerifier newVerifier(String nameOrAddress) {
        return new PeerVerifier(options, roots, clock, nameOrAddress);
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
