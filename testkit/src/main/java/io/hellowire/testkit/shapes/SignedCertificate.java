package io.hellowire.testkit.shapes;

import java.io.IOException;
import java.security.KeyPair;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cert.X509CertificateHolder;

/** A certificate that was made, with its key. */
public record SignedCertificate(X509CertificateHolder holder, KeyPair key) {

    /** As it is sent. */
    public byte[] der() {
        try {
            return holder.getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("a certificate that was made has an encoding", e);
        }
    }

    /** The same with its signature broken in the last bit but a few. */
    public SignedCertificate withBrokenSignature() {
        Certificate whole = holder.toASN1Structure();
        byte[] signature = whole.getSignature().getOctets().clone();
        signature[signature.length - 2] ^= 1;
        ASN1BitString broken = new DERBitString(signature);
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(whole.getTBSCertificate());
        parts.add(whole.getSignatureAlgorithm());
        parts.add(broken);
        return new SignedCertificate(new X509CertificateHolder(Certificate.getInstance(new DERSequence(parts))), key);
    }
}
