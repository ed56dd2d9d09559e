package io.hellowire.client.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Objects;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Where the TLS library asks about a server: hands the question to the verifier of the handshake that is under way. */
final class PeerTrust extends X509ExtendedTrustManager {

    private volatile @Nullable PeerVerifier verifier;

    /** Whom to ask in the handshake that comes next; a context has one at a time. */
    void use(PeerVerifier next) {
        verifier = next;
    }

    private PeerVerifier verifier() {
        return Objects.requireNonNull(verifier, "each handshake has a verifier");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        verifier().judge(chain, authType, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        verifier().judge(chain, authType, null);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        verifier().judge(chain, authType, null);
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
