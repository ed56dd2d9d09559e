package io.hellowire.certs.read;

import java.io.IOException;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;

/** The looser encoding in which Firefox and others write PKCS#12 and PKCS#7: lengths that are not known in advance. */
final class Ber {

    private static final byte INDEFINITE = (byte) 0x80;

    private Ber() {}

    static boolean isIndefinite(byte[] bytes) {
        return bytes.length > 1 && bytes[1] == INDEFINITE;
    }

    /** The same values in DER. */
    static byte[] toDer(byte[] ber) throws UnreadableException {
        try {
            return ASN1Primitive.fromByteArray(ber).getEncoded(ASN1Encoding.DER);
        } catch (IOException | RuntimeException e) {
            throw new UnreadableException("damaged BER", "PKCS#12, PKCS#7, a certificate or a key", e);
        }
    }
}
