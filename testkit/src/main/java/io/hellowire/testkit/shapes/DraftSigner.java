package io.hellowire.testkit.shapes;

import java.io.IOException;
import java.security.PrivateKey;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.Properties;

/** Signs the content of a certificate, also in the name of nobody, which Bouncy Castle's builder refuses. */
final class DraftSigner {

    /** Where it stands in a certificate's content, RFC 5280 section 4.1. */
    private static final int ISSUER = 3;

    private static final X500Name NOBODY = new X500Name("CN=nobody");

    private final ContentSigner hand;

    /** @param signature such as {@code SHA256}, or a whole algorithm */
    DraftSigner(String signature, PrivateKey key) throws OperatorCreationException {
        hand = new JcaContentSignerBuilder(algorithm(signature, key))
                .setProvider(Keys.PROVIDER)
                .build(key);
    }

    /** What stands for an issuer in the builder. */
    static X500Name named(X500Name issuer) {
        return issuer.size() == 0 ? NOBODY : issuer;
    }

    X509CertificateHolder sign(X509v3CertificateBuilder builder, X500Name issuer) throws IOException {
        X509CertificateHolder made = builder.build(hand);
        return issuer.size() == 0 ? withoutIssuer(made) : made;
    }

    private X509CertificateHolder withoutIssuer(X509CertificateHolder made) throws IOException {
        ASN1Sequence named = ASN1Sequence.getInstance(made.toASN1Structure().getTBSCertificate());
        ASN1EncodableVector parts = new ASN1EncodableVector();
        for (int i = 0; i < named.size(); i++) {
            parts.add(i == ISSUER ? new DERSequence() : named.getObjectAt(i));
        }
        DERSequence nameless = new DERSequence(parts);
        hand.getOutputStream().write(nameless.getEncoded());
        DERBitString signature = new DERBitString(hand.getSignature());
        Properties.setThreadOverride(Properties.X509_ALLOW_EMPTY_ISSUER_CERT, true);
        try {
            ASN1Encodable[] whole = {nameless, hand.getAlgorithmIdentifier(), signature};
            return new X509CertificateHolder(Certificate.getInstance(new DERSequence(whole)));
        } finally {
            Properties.removeThreadOverride(Properties.X509_ALLOW_EMPTY_ISSUER_CERT);
        }
    }

    private static String algorithm(String signature, PrivateKey signer) {
        return switch (signer.getAlgorithm()) {
            case "EC", "ECDSA" -> signature + "withECDSA";
            case "RSA" -> signature.contains("with") ? signature : signature + "withRSA";
            case "RSASSA-PSS" -> "SHA256withRSAandMGF1";
            default -> signer.getAlgorithm();
        };
    }
}
