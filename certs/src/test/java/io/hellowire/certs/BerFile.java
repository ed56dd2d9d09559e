package io.hellowire.certs;

import java.io.IOException;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.BERSequence;

/** Lengths as Firefox writes them, which OpenSSL never does. */
final class BerFile {

    private BerFile() {}

    /** The same sequence, its outermost length left open until its end. */
    static byte[] ofDer(byte[] der) throws IOException {
        ASN1Sequence sequence = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(der));
        return new BERSequence(sequence.toArray()).getEncoded(ASN1Encoding.BER);
    }
}
