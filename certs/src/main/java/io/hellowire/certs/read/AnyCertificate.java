package io.hellowire.certs.read;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchProviderException;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.bouncycastle.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A certificate read by the JDK; or, where that refuses, as it does one with an empty issuer or with a curve written out,
 * by Bouncy Castle, so that something can be said of what OpenSSL and others read and accept.
 */
public final class AnyCertificate {

    /** Serial number, signature, issuer, validity, subject. */
    private static final int ELEMENTS_BEFORE_THE_KEY = 5;

    private static final String EXPECTED = "a whole X.509 certificate";

    private AnyCertificate() {}

    /**
     * Reads one.
     *
     * @throws UnreadableException if neither can; what the JDK says of it is the cause
     */
    public static X509Certificate of(byte[] der) throws UnreadableException {
        try {
            return byJava(der);
        } catch (CertificateException e) {
            return byBouncyCastle(der, e);
        }
    }

    /** Why the JDK's TLS cannot work with it, in the JDK's words; {@code null} if it can. */
    public static @Nullable String objectionOfJava(X509Certificate certificate) {
        try {
            byJava(certificate.getEncoded());
            return null;
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("it was read, and so has an encoding", e);
        } catch (CertificateException e) {
            return words(e);
        }
    }

    /** The innermost reason, without the names of the exceptions around it. */
    static String words(Throwable refusal) {
        Throwable innermost = refusal;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return String.valueOf(innermost.getMessage()).replaceFirst("^[a-zA-Z.]+Exception: ", "");
    }

    /** Whether a certificate bears the signature of this key. */
    public static boolean isSignedBy(X509Certificate certificate, PublicKey key) {
        try {
            verify(certificate, key);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static void verify(X509Certificate certificate, PublicKey key) throws GeneralSecurityException {
        try {
            certificate.verify(key);
        } catch (InvalidKeyException e) { // such as one with a curve of its own
            certificate.verify(key, Unlocking.PROVIDER);
        }
    }

    static X509Certificate byJava(byte[] der) throws CertificateException {
        return (X509Certificate) java().generateCertificate(new ByteArrayInputStream(der));
    }

    /** The JDK's own, also where {@link ForgivingProvider} comes first. */
    static CertificateFactory java() throws CertificateException {
        try {
            return CertificateFactory.getInstance("X.509", "SUN");
        } catch (NoSuchProviderException e) {
            throw new IllegalStateException("every OpenJDK has it", e);
        }
    }

    /** Its SubjectPublicKeyInfo as it stands there (RFC 5280 section 4.1); who decodes a key may encode it otherwise. */
    public static byte[] publicKeyInfo(X509Certificate certificate) {
        try {
            Der content = new Der(certificate.getEncoded()).enter(Der.SEQUENCE).enter(Der.SEQUENCE);
            if (content.tag() == Der.CONTEXT_0) {
                content.element(); // the version
            }
            for (int i = 0; i < ELEMENTS_BEFORE_THE_KEY; i++) {
                content.element();
            }
            return content.element();
        } catch (UnreadableException | CertificateEncodingException e) {
            throw new IllegalStateException("it was read, and so has all its parts", e);
        }
    }

    private static X509Certificate byBouncyCastle(byte[] der, CertificateException refusal) throws UnreadableException {
        Properties.setThreadOverride(Properties.X509_ALLOW_EMPTY_ISSUER_CERT, true);
        try {
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509", Unlocking.PROVIDER)
                    .generateCertificate(new ByteArrayInputStream(der));
            if (certificate != null && certificate.getPublicKey() != null) {
                return certificate;
            }
        } catch (CertificateException | RuntimeException e) {
            refusal.addSuppressed(e);
        } finally {
            Properties.removeThreadOverride(Properties.X509_ALLOW_EMPTY_ISSUER_CERT);
        }
        throw new UnreadableException("a damaged certificate: " + words(refusal), EXPECTED, refusal);
    }
}
