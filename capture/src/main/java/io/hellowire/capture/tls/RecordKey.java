package io.hellowire.capture.tls;

import io.hellowire.wire.tls.TlsRecord;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The key of one direction, which opens its records one after the other. */
final class RecordKey {

    private static final int IV = 12;
    private static final int TAG_BITS = 128;

    private final Suite suite;
    private final Key key;
    private final byte[] iv;
    private long sequence;

    RecordKey(Suite suite, byte[] key, byte[] iv) {
        this.suite = suite;
        this.key = new SecretKeySpec(key, suite.isChaCha() ? "ChaCha20" : "AES");
        this.iv = iv;
    }

    /** The key that a traffic secret of TLS 1.3 stands for (RFC 8446 section 7.3). */
    static RecordKey tls13(Suite suite, byte[] secret) throws GeneralSecurityException {
        return new RecordKey(
                suite,
                KeyDerivation.expandLabel(suite.mac(), secret, "key", suite.keyBytes()),
                KeyDerivation.expandLabel(suite.mac(), secret, "iv", IV));
    }

    /** Opens the next record of TLS 1.3: the content and behind it its type (RFC 8446 section 5.2). */
    byte[] openTls13(TlsRecord record) throws GeneralSecurityException {
        return open(exclusiveOr(sequence++), record.header(), record.fragment(), 0);
    }

    /** Opens the next record of TLS 1.2 (RFC 5288 section 3, RFC 7905 section 2). */
    byte[] openTls12(TlsRecord record) throws GeneralSecurityException {
        byte[] fragment = record.fragment();
        int explicit = suite.isChaCha() ? 0 : IV - iv.length;
        int length = fragment.length - explicit - TAG_BITS / 8;
        if (length < 0) {
            throw new GeneralSecurityException("record of " + fragment.length + " bytes (expected: a tag at least)");
        }
        byte[] nonce = suite.isChaCha()
                ? exclusiveOr(sequence)
                : ByteBuffer.allocate(IV).put(iv).put(fragment, 0, explicit).array();
        byte[] additional = ByteBuffer.allocate(13)
                .putLong(sequence++)
                .put(record.header(), 0, 3)
                .putShort((short) length)
                .array();
        return open(nonce, additional, fragment, explicit);
    }

    private byte[] open(byte[] nonce, byte[] additional, byte[] sealed, int offset) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(suite.isChaCha() ? "ChaCha20-Poly1305" : "AES/GCM/NoPadding");
        AlgorithmParameterSpec parameters =
                suite.isChaCha() ? new IvParameterSpec(nonce) : new GCMParameterSpec(TAG_BITS, nonce);
        cipher.init(Cipher.DECRYPT_MODE, key, parameters);
        cipher.updateAAD(additional);
        return cipher.doFinal(sealed, offset, sealed.length - offset);
    }

    private byte[] exclusiveOr(long number) {
        byte[] nonce = Arrays.copyOf(iv, IV);
        for (int i = 0; i < 8; i++) {
            nonce[IV - 1 - i] ^= (byte) (number >>> (8 * i));
        }
        return nonce;
    }
}
