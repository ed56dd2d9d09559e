package io.hellowire.certs.read;

import static io.hellowire.certs.read.Der.SEQUENCE;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Makes certificates from DER: single ones and those in a PKCS#7 bag. */
final class Certificates {

    private static final int DIGEST_ALGORITHMS = 0x31;
    private static final String EXPECTED = "a whole X.509 certificate";

    private Certificates() {}

    static X509Certificate fromDer(byte[] der) throws UnreadableException {
        requireShape(der);
        return AnyCertificate.of(der);
    }

    /** OpenSSL's TRUSTED CERTIFICATE: the certificate, then OpenSSL's own remarks, which only OpenSSL heeds. */
    static X509Certificate fromTrustedDer(byte[] der) throws UnreadableException {
        return fromDer(new Der(der).element());
    }

    /** PKCS#7 {@code SignedData} that only carries certificates (RFC 2315 section 9.1), as {@code .p7b} files do. */
    static List<X509Certificate> fromPkcs7(byte[] der) throws UnreadableException {
        requireOneElement(der);
        Der bag = new Der(der).enter(SEQUENCE);
        bag.enter(Der.OBJECT_IDENTIFIER);
        Der data = bag.enter(Der.CONTEXT_0).enter(SEQUENCE);
        data.enter(Der.INTEGER);
        data.enter(DIGEST_ALGORITHMS);
        data.enter(SEQUENCE);
        List<X509Certificate> certificates = new ArrayList<>();
        if (data.tag() == Der.CONTEXT_0) {
            Der each = data.enter(Der.CONTEXT_0);
            while (each.tag() != Der.NONE) {
                certificates.add(fromDer(each.element()));
            }
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
}
