package io.hellowire.certs.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/**
 * A private key in PKCS#8 (RFC 5958) as others need it: an EC key together with its public point. RFC 5915 section 3
 * wants the point there; the JDK leaves it out of the keys that it makes, and GnuTLS and rustls take no such key.
 */
final class WholeKey implements PrivateKey {

    private static final long serialVersionUID = 1;

    private final String algorithm;
    private final byte[] pkcs8;

    private WholeKey(String algorithm, byte[] pkcs8) {
        this.algorithm = algorithm;
        this.pkcs8 = pkcs8;
    }

    static PrivateKey of(PrivateKey key) {
        PrivateKeyInfo info = PrivateKeyInfo.getInstance(key.getEncoded());
        if (!info.getPrivateKeyAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return key;
        }
        try {
            return new WholeKey(key.getAlgorithm(), withPoint(info).getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException("a key that was made or read before", e);
        }
    }

    /** Always reckoned anew, so that the same key is the same bytes whatever it was read from. */
    private static PrivateKeyInfo withPoint(PrivateKeyInfo info) throws IOException {
        AlgorithmIdentifier kind = info.getPrivateKeyAlgorithm();
        X9ECParameters curve = CustomNamedCurves.getByOID(ASN1ObjectIdentifier.getInstance(kind.getParameters()));
        ECPrivateKey bare = ECPrivateKey.getInstance(info.parsePrivateKey());
        ECPoint point = new FixedPointCombMultiplier().multiply(curve.getG(), bare.getKey());
        DERBitString bits = new DERBitString(point.getEncoded(false));
        return new PrivateKeyInfo(kind, new ECPrivateKey(curve.getN().bitLength(), bare.getKey(), bits, null));
    }

    @Override
    public String getAlgorithm() {
        return algorithm;
    }

    @Override
    public String getFormat() {
        return "PKCS#8";
    }

    @Override
    public byte[] getEncoded() {
        return pkcs8.clone();
    }
}
