package io.hellowire.server.tls;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Lets in the clients whose certificate one of the authorities has signed, by the Java platform's path validation. One
 * that is refused is named, and gets the alert that says why.
 */
final class ClientVerifier extends X509ExtendedTrustManager {

    private final List<X509Certificate> authorities;
    private final X509TrustManager platform;

    ClientVerifier(List<X509Certificate> authorities) {
        this.authorities = List.copyOf(authorities);
        this.platform = platform(authorities);
    }

    private static X509TrustManager platform(List<X509Certificate> authorities) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (int i = 0; i < authorities.size(); i++) {
                store.setCertificateEntry(String.valueOf(i), authorities.get(i));
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

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        try {
            platform.checkClientTrusted(chain, authType);
        } catch (CertificateException e) {
            ClientRefusal refusal = ClientRefusal.of(
                    List.of(chain), authorities, Clock.systemUTC().instant(), e);
            CertificateException thrown = refusal.alert().refusal(engine, refusal.words());
            thrown.addSuppressed(e);
            throw thrown;
        }
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return authorities.toArray(X509Certificate[]::new);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {
        throw onlyEngines();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {
        throw onlyEngines();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
        throw onlyEngines();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {
        throw onlyEngines();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {
        throw onlyEngines();
    }

    private static UnsupportedOperationException onlyEngines() {
        return new UnsupportedOperationException("a server judges clients only, and speaks TLS by engines");
    }
}
