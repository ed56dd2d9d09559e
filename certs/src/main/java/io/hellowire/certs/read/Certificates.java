package io.hellowire.certs.read;

import static io.hellowire.certs.read.Der.SEQUENCE;

import java.io.ByteArrayInputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Makes certificates of the JDK's own provider from DER: single ones and those in a PKCS#7 bag. */
final class Certificates {

    private static final String EXPECTED = "a whole X.509 certificate";

    private Certificates() {}

    static X509Certificate fromDer(byte[] der) throws UnreadableException {
        requireShape(der);
        try {
            return (X509Certificate) factory().generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new UnreadableException("a damaged certificate", EXPECTED, e);
        }
    }

    /** OpenSSL's TRUSTED CERTIFICATE: the certificate, then OpenSSL's own remarks, which only OpenSSL heeds. */
    static X509Certificate fromTrustedDer(byte[] der) throws UnreadableException {
        return fromDer(new Der(der).element());
    }

    /** PKCS#7 {@code SignedData} that only carries certificates (RFC 2315 section 9.1), as {@code .p7b} files do. */
    static List<X509Certificate> fromPkcs7(byte[] der) throws UnreadableException {
        List<X509Certificate> certificates = new ArrayList<>();
        requireOneElement(der);
        try {
            for (Certificate certificate : factory().generateCertificates(new ByteArrayInputStream(der))) {
                certificates.add(fromDer(certificate.getEncoded()));
            }
        } catch (CertificateException e) {
            throw new UnreadableException("a damaged PKCS#7 file", "PKCS#7 with whole certificates", e);
        }
        return certificates;
    }

    private static void requireShape(byte[] der) throws UnreadableException {
        try {
            CertificateShape.require(der);
        } catch (UnreadableException e) {
            throw new UnreadableException("no certificate or a broken one; " + e.found(), e.expected(), e);
        }
    }

    private static void requireOneElement(byte[] der) throws UnreadableException {
        Der outermost = new Der(der);
        outermost.requireWellFormed();
        outermost.enter(SEQUENCE);
        if (outermost.tag() != Der.NONE) {
            throw new UnreadableException(outermost.rest().length + " bytes after the certificate's end", EXPECTED);
        }
    }

    private static CertificateFactory factory() throws CertificateException {
        return CertificateFactory.getInstance("X.509");
    }
}
