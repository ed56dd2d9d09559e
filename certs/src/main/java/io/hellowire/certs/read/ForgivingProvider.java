package io.hellowire.certs.read;

import java.io.IOException;
import java.io.InputStream;
import java.security.Provider;
import java.security.Security;
import java.security.cert.CRL;
import java.security.cert.CRLException;
import java.security.cert.CertPath;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactorySpi;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/**
 * Has the JDK's TLS read every certificate as {@link AnyCertificate} does, so that whoever judges a server's gets to see
 * it; left to itself, that TLS ends the handshake before anybody is asked. It judges nothing.
 */
public final class ForgivingProvider extends Provider {

    private static final String NAME = "HellowireCertificates";
    private static final long serialVersionUID = 1L;

    private ForgivingProvider() {
        super(NAME, "1", "reads certificates that the JDK does not");
        putService(new Service(this, "CertificateFactory", "X.509", Reader.class.getName(), List.of("X509"), null));
    }

    /** Puts it in front of all others in this process, once. */
    public static void install() {
        if (Security.getProvider(NAME) == null) {
            Security.insertProviderAt(new ForgivingProvider(), 1);
        }
    }

    /** What the JDK makes by its name, which is why it is public. */
    public static final class Reader extends CertificateFactorySpi {

        /** For the JDK. */
        public Reader() {}

        @Override
        public Certificate engineGenerateCertificate(InputStream in) throws CertificateException {
            if (!in.markSupported()) {
                return AnyCertificate.java().generateCertificate(in);
            }
            in.mark(Integer.MAX_VALUE);
            try {
                return AnyCertificate.java().generateCertificate(in);
            } catch (CertificateException e) {
                return again(in, e);
            }
        }

        private static Certificate again(InputStream in, CertificateException refusal) throws CertificateException {
            try {
                in.reset();
                return AnyCertificate.of(in.readAllBytes());
            } catch (IOException | UnreadableException e) {
                refusal.addSuppressed(e);
                throw refusal;
            }
        }

        @Override
        public Collection<? extends Certificate> engineGenerateCertificates(InputStream in)
                throws CertificateException {
            return AnyCertificate.java().generateCertificates(in);
        }

        @Override
        public CertPath engineGenerateCertPath(InputStream in) throws CertificateException {
            return AnyCertificate.java().generateCertPath(in);
        }

        @Override
        public CertPath engineGenerateCertPath(InputStream in, String encoding) throws CertificateException {
            return AnyCertificate.java().generateCertPath(in, encoding);
        }

        @Override
        public CertPath engineGenerateCertPath(List<? extends Certificate> certificates) throws CertificateException {
            return AnyCertificate.java().generateCertPath(certificates);
        }

        @Override
        public Iterator<String> engineGetCertPathEncodings() {
            try {
                return AnyCertificate.java().getCertPathEncodings();
            } catch (CertificateException e) {
                throw new IllegalStateException("every OpenJDK has it", e);
            }
        }

        @Override
        public CRL engineGenerateCRL(InputStream in) throws CRLException {
            try {
                return AnyCertificate.java().generateCRL(in);
            } catch (CertificateException e) {
                throw new CRLException(e);
            }
        }

        @Override
        public Collection<? extends CRL> engineGenerateCRLs(InputStream in) throws CRLException {
            try {
                return AnyCertificate.java().generateCRLs(in);
            } catch (CertificateException e) {
                throw new CRLException(e);
            }
        }
    }
}
