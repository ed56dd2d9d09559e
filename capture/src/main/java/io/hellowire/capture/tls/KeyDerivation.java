package io.hellowire.capture.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How TLS makes many keys of one secret. */
final class KeyDerivation {

    private KeyDerivation() {}

    /** {@code HKDF-Expand-Label} with an empty context (RFC 8446 section 7.1, RFC 5869 section 2.3). */
    static byte[] expandLabel(String mac, byte[] secret, String label, int length) throws GeneralSecurityException {
        byte[] name = ("tls13 " + label).getBytes(US_ASCII);
        byte[] info = ByteBuffer.allocate(name.length + 4)
                .putShort((short) length)
                .put((byte) name.length)
                .put(name)
                .put((byte) 0)
                .array();
        ByteBuffer out = ByteBuffer.allocate(length);
        byte[] previous = new byte[0];
        for (byte counter = 1; out.hasRemaining(); counter++) {
            previous = hmac(mac, secret, previous, info, new byte[] {counter});
            out.put(previous, 0, Math.min(previous.length, out.remaining()));
        }
        return out.array();
    }

    /** {@code PRF} of TLS 1.2 (RFC 5246 section 5). */
    static byte[] prf(String mac, byte[] secret, String label, byte[] seed, int length)
            throws GeneralSecurityException {
        byte[] name = label.getBytes(US_ASCII);
        ByteBuffer out = ByteBuffer.allocate(length);
        byte[] a = hmac(mac, secret, name, seed);
        while (out.hasRemaining()) {
            byte[] block = hmac(mac, secret, a, name, seed);
            out.put(block, 0, Math.min(block.length, out.remaining()));
            a = hmac(mac, secret, a);
        }
        return out.array();
    }

    private static byte[] hmac(String algorithm, byte[] key, byte[]... parts) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(key, algorithm));
        for (byte[] part : parts) {
            mac.update(part);
        }
        return mac.doFinal();
    }
}
