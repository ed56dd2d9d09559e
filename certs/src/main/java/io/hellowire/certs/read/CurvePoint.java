package io.hellowire.certs.read;

import static io.hellowire.certs.read.Der.BIT_STRING;
import static io.hellowire.certs.read.Der.CONTEXT_0;
import static io.hellowire.certs.read.Der.INTEGER;
import static io.hellowire.certs.read.Der.OCTET_STRING;
import static io.hellowire.certs.read.Der.SEQUENCE;

import java.math.BigInteger;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.util.Arrays;

/** The public point that an EC private key carries along; the JDK passes over it, OpenSSL refuses one off the curve. */
final class CurvePoint {

    private static final int CONTEXT_1 = CONTEXT_0 + 1;
    private static final int UNCOMPRESSED = 4;
    private static final int BEFORE_X = 2; // the unused bits of the bit string, then the kind of point

    private CurvePoint() {}

    /** Looks at the point in SEC1's {@code ECPrivateKey} (RFC 5915), if there is one in the usual form. */
    static void requireOn(ECParameterSpec curve, byte[] sec1) throws UnreadableException {
        Der key = new Der(sec1).enter(SEQUENCE);
        key.enter(INTEGER);
        key.enter(OCTET_STRING);
        if (key.tag() == CONTEXT_0) {
            key.enter(CONTEXT_0);
        }
        if (key.tag() == Der.NONE) {
            return;
        }
        byte[] point = key.enter(CONTEXT_1).enter(BIT_STRING).rest();
        key.requireEnd();
        if (point.length < BEFORE_X || point[0] != 0 || !isOn(curve, point)) {
            throw new UnreadableException(
                    "a damaged EC private key: its public point is not on the curve", "a whole one");
        }
    }

    private static boolean isOn(ECParameterSpec curve, byte[] point) {
        int size = (curve.getCurve().getField().getFieldSize() + 7) / 8;
        if (point[1] != UNCOMPRESSED) {
            return (point[1] == 2 || point[1] == 3) && point.length == BEFORE_X + size;
        }
        if (point.length != BEFORE_X + 2 * size || !(curve.getCurve().getField() instanceof ECFieldFp field)) {
            return false;
        }
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, BEFORE_X, BEFORE_X + size));
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, BEFORE_X + size, point.length));
        BigInteger right = x.pow(2)
                .add(curve.getCurve().getA())
                .multiply(x)
                .add(curve.getCurve().getB());
        return y.pow(2).subtract(right).mod(field.getP()).signum() == 0;
    }
}
