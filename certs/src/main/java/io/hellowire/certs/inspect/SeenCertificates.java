package io.hellowire.certs.inspect;

import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Remembers the certificates it is shown and objects to none; for looking at them, never for talking to the peer. */
final class SeenCertificates extends X509ExtendedTrustManager {

    private List<X509Certificate> chain = List.of();

    List<X509Certificate> chain() {
        return chain;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] sent, String authType, Socket socket) {
        chain = List.of(sent);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] sent, String authType, SSLEngine engine) {
        chain = List.of(sent);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] sent, String authType) {
        chain = List.of(sent);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] sent, String authType, Socket socket) {
        throw new UnsupportedOperationException("we are the client");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] sent, String authType, SSLEngine engine) {
        throw new UnsupportedOperationException("we are the client");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] sent, String authType) {
        throw new UnsupportedOperationException("we are the client");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
