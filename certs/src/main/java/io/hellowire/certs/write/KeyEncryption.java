package io.hellowire.certs.write;

import java.io.IOException;
import java.security.PrivateKey;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/** Encrypts a private key as PKCS#8 with PBES2 (RFC 8018): PBKDF2 with HMAC-SHA-256, then AES-256 in CBC mode. */
final class KeyEncryption {

    private static final int ITERATIONS = 100_000;

    private static final AlgorithmIdentifier HMAC_SHA256 =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);

    private KeyEncryption() {}

    static byte[] encrypt(PrivateKey key, char[] passphrase) {
        try {
            return new JcaPKCS8Generator(
                            key,
                            new JceOpenSSLPKCS8EncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                                    .setProvider(new BouncyCastleProvider())
                                    .setPRF(HMAC_SHA256)
                                    .setIterationCount(ITERATIONS)
                                    .setPassword(passphrase)
                                    .build())
                    .generate()
                    .getContent();
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException("AES-256 of BouncyCastle failed", e);
        }
    }
}
