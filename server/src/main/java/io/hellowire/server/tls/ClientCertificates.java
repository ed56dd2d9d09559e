package io.hellowire.server.tls;

import io.hellowire.certs.inspect.CertificateFacts;
import io.hellowire.server.connection.TlsFacts;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Says who a client is, if it showed a certificate. */
final class ClientCertificates {

    private ClientCertificates() {}

    static TlsFacts.@Nullable ClientCertificate of(SSLEngine engine) {
        if (!engine.getNeedClientAuth() && !engine.getWantClientAuth()) {
            return null; // to ask all the same would cost an exception a connection
        }
        try {
            Certificate[] chain = engine.getSession().getPeerCertificates();
            return chain.length > 0 && chain[0] instanceof X509Certificate certificate
                    ? new TlsFacts.ClientCertificate(
                            certificate.getSubjectX500Principal().getName(), CertificateFacts.fingerprint(certificate))
                    : null;
        } catch (SSLPeerUnverifiedException e) {
            return null;
        }
    }
}
