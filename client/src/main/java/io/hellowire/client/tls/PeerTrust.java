package io.hellowire.client.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Where the TLS library asks about a server: hands the question to the verifier of the handshake that asks. */
final class PeerTrust extends X509ExtendedTrustManager {

    /** Where an engine keeps its verifier; the one place that both libraries pass on to whom they ask. */
    private static final String VERIFIER = PeerVerifier.class.getName();

    /**
     * Says who judges in the handshake of this engine, once that has begun: BoringSSL forgets what it was told before.
     */
    static void bind(SSLEngine engine, PeerVerifier verifier) {
        engine.getSession().putValue(VERIFIER, verifier);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        if (!(engine.getSession().getValue(VERIFIER) instanceof PeerVerifier verifier)) {
            throw new IllegalStateException(
                    "a handshake without a verifier (expected: bind() before the server answers)");
        }
        verifier.judge(chain, authType, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {
        throw neverAskedWithoutEngine();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {
        throw neverAskedWithoutEngine();
    }

    private static UnsupportedOperationException neverAskedWithoutEngine() {
        return new UnsupportedOperationException("every handshake of ours has an engine");
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
