package io.hellowire.client.tls;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Judges the server's certificates with the Java platform's path validation and our own name check, and keeps the
 * {@link Verdict}, which otherwise would be lost with the handshake that it ends.
 */
final class PeerVerifier extends X509ExtendedTrustManager {

    private final TlsOptions options;
    private final TrustedRoots roots;
    private final X509TrustManager platform;
    private final Clock clock;
    private @Nullable String reference;
    private volatile @Nullable Verdict verdict;

    PeerVerifier(TlsOptions options, TrustedRoots roots, Clock clock) {
        this.options = options;
        this.roots = roots;
        this.platform = platform(roots.certificates());
        this.clock = clock;
    }

    private static X509TrustManager platform(List<X509Certificate> roots) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (int i = 0; i < roots.size(); i++) {
                store.setCertificateEntry(String.valueOf(i), roots.get(i));
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(store);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager x509) {
                    return x509;
                }
            }
            throw new IllegalStateException("PKIX has no X.509 trust manager in this Java");
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("an empty key store and PKIX are part of every Java", e);
        }
    }

    /** Forgets the last verdict; the next one is about this name or address. */
    void expect(String nameOrAddress) {
        reference = nameOrAddress;
        verdict = null;
    }

    /** What was thought of the server's certificate, or {@code null} if it never came. */
    @Nullable
    Verdict verdict() {
        return verdict;
    }

    /** Judges one of the roots, as if a server had sent it. */
    void rehearse() {
        if (roots.certificates().isEmpty()) {
            return;
        }
        expect("rehearsal.invalid");
        try {
            judge(new X509Certificate[] {roots.certificates().get(0)}, "ECDHE_ECDSA");
        } catch (CertificateException e) {
            expect(""); // it is no server's certificate, which does not matter here
        }
    }

    private void judge(X509Certificate[] chain, String authType) throws CertificateException {
        List<X509Certificate> sent = List.of(chain);
        ChainPath path = ChainPath.walk(sent, roots.certificates());
        Diagnosis diagnosis = new Diagnosis(sent, path, roots, clock.instant());
        Verdict judged = new Verdict(
                sent,
                facts(sent, path.anchor()),
                trustProblems(chain, authType, diagnosis),
                NameCheck.of(chain[0], reference == null ? "" : reference),
                pinProblem(chain[0]),
                diagnosis.oddities(),
                roots.words(),
                options.verification() == TlsOptions.Verification.ENFORCED);
        verdict = judged;
        if (judged.isFatal()) {
            throw new CertificateException(judged.problems().get(0).words());
        }
    }

    private List<Finding> trustProblems(X509Certificate[] chain, String authType, Diagnosis diagnosis) {
        try {
            if (roots.certificates().isEmpty()) {
                throw new CertificateException("no roots are trusted");
            }
            platform.checkServerTrusted(chain, authType);
            return List.of();
        } catch (CertificateException e) {
            return diagnosis.problems(e);
        }
    }

    private @Nullable Finding pinProblem(X509Certificate leaf) {
        PinnedKey key = PinnedKey.of(leaf);
        if (options.pins().isEmpty() || options.pins().contains(key)) {
            return null;
        }
        return new Finding(
                "pin_mismatch",
                "the server's key is " + key + ", which is not a pinned one",
                "if the server was given a new key on purpose, pin that");
    }

    private static List<CertificateFacts> facts(List<X509Certificate> sent, @Nullable X509Certificate anchor) {
        List<CertificateFacts> facts = new ArrayList<>();
        sent.forEach(certificate -> facts.add(CertificateFacts.of(certificate, true)));
        if (anchor != null) {
            facts.add(CertificateFacts.of(anchor, false));
        }
        return facts;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        judge(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        judge(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        judge(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
        throw neverAsked();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {
        throw neverAsked();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {
        throw neverAsked();
    }

    private static UnsupportedOperationException neverAsked() {
        return new UnsupportedOperationException("a client judges servers only");
    }

    /** None: the list is sent by servers that ask for client certificates. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
