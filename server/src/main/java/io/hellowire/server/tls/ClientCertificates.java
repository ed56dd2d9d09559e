package io.hellowire.server.tls;

import io.hellowire.server.connection.TlsFacts;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Says who a client is, if it showed a certificate. */
final class ClientCertificates {

    private static final HexFormat WITH_COLONS = HexFormat.ofDelimiter(":").withUpperCase();

    private ClientCertificates() {}

    static TlsFacts.@Nullable ClientCertificate of(SSLEngine engine) {
        if (!engine.getNeedClientAuth() && !engine.getWantClientAuth()) {
            return null; // to ask all the same would cost an exception a connection
        }
        try {
            Certificate[] chain = engine.getSession().getPeerCertificates();
            return chain.length > 0 && chain[0] instanceof X509Certificate certificate
                    ? new TlsFacts.ClientCertificate(
                            certificate.getSubjectX500Principal().getName(), fingerprint(certificate))
                    : null;
        } catch (SSLPeerUnverifiedException e) {
            return null;
        }
    }

    /** The SHA-256 of a certificate, in pairs of hexadecimal digits with colons. */
    static String fingerprint(X509Certificate certificate) {
        try {
            return WITH_COLONS.formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read before", e);
        }
    }
}
