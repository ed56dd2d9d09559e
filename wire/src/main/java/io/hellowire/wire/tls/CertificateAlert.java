package io.hellowire.wire.tls;

import io.netty.handler.ssl.OpenSslCertificateException;
import io.netty.handler.ssl.ReferenceCountedOpenSslEngine;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLEngine;

/**
 * The alerts that say why a certificate is refused (RFC 8446 section 6.2). Left to themselves the libraries send others:
 * BoringSSL {@code internal_error} for all that it has no word for, the JDK {@code certificate_unknown} for everything.
 */
public enum CertificateAlert {
    /** It is of no use as it is: damaged, for another name, or with a signature that is none. */
    BAD_CERTIFICATE(28),
    /** It is for something else. */
    UNSUPPORTED_CERTIFICATE(26),
    /** Its authority has taken it back. */
    CERTIFICATE_REVOKED(23),
    /** It is out of its time. */
    CERTIFICATE_EXPIRED(10),
    /** No authority that is trusted has signed it. */
    UNKNOWN_CA(20);

    /** The number that OpenSSL's x509_vfy.h has for it, which BoringSSL turns into the alert. */
    private final int verifierCode;

    CertificateAlert(int verifierCode) {
        this.verifierCode = verifierCode;
    }

    /**
     * What a trust manager throws so that this alert is sent.
     *
     * @param engine whose peer showed the certificate
     * @param words why it is refused, for our own side
     */
    public CertificateException refusal(SSLEngine engine, String words) {
        if (engine instanceof ReferenceCountedOpenSslEngine) {
            return new OpenSslCertificateException(words, verifierCode);
        }
        CertificateException refusal = new CertificateException(words);
        JdkAlerts.send(engine, name(), refusal);
        return refusal;
    }
}
