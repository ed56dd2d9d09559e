package io.hellowire.certs.issue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Signs certificates with one key. The JDK's own providers do the work; BouncyCastle only writes the structure and is
 * never registered as a provider.
 */
final class Signer {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final X500Name issuer;
    private final KeyPair keys;
    private final KeyType keyType;

    Signer(X500Name issuer, KeyPair keys, KeyType keyType) {
        this.issuer = issuer;
        this.keys = keys;
        this.keyType = keyType;
    }

    X509Certificate sign(X500Name subject, Validity validity, List<Extension> extensions, PublicKey key) {
        try {
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    issuer,
                    serial(),
                    CertificateTime.of(validity.notBefore()),
                    CertificateTime.of(validity.notAfter()),
                    subject,
                    SubjectPublicKeyInfo.getInstance(key.getEncoded()));
            for (Extension extension : extensions) {
                builder.addExtension(extension);
            }
            addKeyIdentifiers(builder, key);
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder(keyType.signature()).build(keys.getPrivate())));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("this Java signs no certificates with " + keyType, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first 32 bits of a key's SHA-256, in hexadecimal: enough to tell the few keys of one person apart. */
    static String fingerprint(PublicKey key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static boolean isSignedWith(X509Certificate issuer, X509Certificate certificate) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Far above the 64 random bits that authorities must put into a serial number, and below RFC 5280's 20 octets. */
    private static BigInteger serial() {
        return new BigInteger(128, RANDOM).max(BigInteger.ONE);
    }

    /** Only a certificate that signs itself may leave the second one out (RFC 5280 section 4.2.1.1). */
    private void addKeyIdentifiers(X509v3CertificateBuilder builder, PublicKey key)
            throws GeneralSecurityException, IOException {
        SubjectKeyIdentifier subjectKey = new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key);
        builder.addExtension(Extension.subjectKeyIdentifier, false, subjectKey);
        if (!key.equals(keys.getPublic())) {
            builder.addExtension(Extension.authorityKeyIdentifier, false, authorityKey());
        }
    }

    private AuthorityKeyIdentifier authorityKey() throws GeneralSecurityException {
        return new AuthorityKeyIdentifier(new JcaX509ExtensionUtils()
                .createSubjectKeyIdentifier(keys.getPublic())
                .getKeyIdentifier());
    }
}
