package io.hellowire.certs.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.security.PrivateKey;
import java.util.HexFormat;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.bc.BcPEMDecryptorProvider;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/** Decrypts single private keys: encrypted PKCS#8, and the older way of encrypting a PEM block. */
final class EncryptedKeys {

    private final PassphraseSource passphrase;

    EncryptedKeys(PassphraseSource passphrase) {
        this.passphrase = passphrase;
    }

    /** RFC 5958 section 3: {@code EncryptedPrivateKeyInfo}, with PBES1, PKCS#12 encryption or PBES2 and scrypt. */
    PrivateKey fromPkcs8(byte[] der) throws UnreadableException, IOException {
        PKCS8EncryptedPrivateKeyInfo encrypted = parse(der);
        char[] secret = Unlocking.require(passphrase, "an encrypted private key");
        return Unlocking.withEachEncoding(secret, one -> decrypted(encrypted, one));
    }

    private static PrivateKey decrypted(PKCS8EncryptedPrivateKeyInfo encrypted, char[] secret)
            throws UnreadableException, IOException {
        try {
            InputDecryptorProvider others = new JceOpenSSLPKCS8DecryptorProviderBuilder()
                    .setProvider(Unlocking.PROVIDER)
                    .build(secret);
            byte[] bytes = new String(secret).getBytes(ISO_8859_1);
            PrivateKeyInfo info = encrypted.decryptPrivateKeyInfo(Pbes2.orElse(others, bytes));
            return PrivateKeys.fromPkcs8(info.getEncoded());
        } catch (PKCSException | OperatorCreationException | RuntimeException e) {
            throw Unlocking.refused("the private key", e);
        }
    }

    private static PKCS8EncryptedPrivateKeyInfo parse(byte[] der) throws UnreadableException {
        try {
            PKCS8EncryptedPrivateKeyInfo encrypted = new PKCS8EncryptedPrivateKeyInfo(der);
            KeyDerivation.requireReasonable(encrypted.toASN1Structure().getEncryptionAlgorithm());
            return encrypted;
        } catch (IOException | RuntimeException e) {
            throw new UnreadableException("a damaged encrypted private key", "encrypted PKCS#8", e);
        }
    }

    /**
     * The body of a PEM block, decrypted if its headers say {@code Proc-Type: 4,ENCRYPTED} (RFC 1421 section 4.6.1.1),
     * as OpenSSL did before it wrote PKCS#8.
     */
    byte[] fromLegacyPem(PemBlock block) throws UnreadableException, IOException {
        if (!block.headers().getOrDefault("Proc-Type", "").endsWith("ENCRYPTED")) {
            return block.body();
        }
        String[] info = block.headers().getOrDefault("DEK-Info", "").split(",", 2);
        char[] secret = Unlocking.require(passphrase, "an encrypted private key");
        return Unlocking.withEachEncoding(secret, one -> decrypted(block, info, one));
    }

    private static byte[] decrypted(PemBlock block, String[] info, char[] secret) throws UnreadableException {
        try {
            byte[] salt = HexFormat.of().parseHex(info.length == 2 ? info[1] : "?");
            byte[] body = new BcPEMDecryptorProvider(secret).get(info[0]).decrypt(block.body(), salt);
            return requireDer(body);
        } catch (PEMException e) {
            throw Unlocking.refused("the private key", e);
        } catch (IllegalArgumentException e) {
            throw new UnreadableException(
                    "an encryption we do not know: DEK-Info " + cipher(info[0]), "as OpenSSL writes it", e);
        }
    }

    /** Its name, unless that may be something else, such as the key. */
    private static String cipher(String name) {
        return name.matches("[A-Z0-9]{2,7}(-[A-Z0-9]{1,7}){0,3}") ? name : "without the name of a cipher";
    }

    /** One wrong passphrase in 256 leaves what looks like padding; what it decrypts to is then no DER. */
    private static byte[] requireDer(byte[] body) throws UnreadableException {
        try {
            Der outermost = new Der(body);
            outermost.enter(Der.SEQUENCE);
            if (outermost.tag() == Der.NONE) {
                return body;
            }
        } catch (UnreadableException e) {
            throw Unlocking.refused("the private key", e);
        }
        throw Unlocking.refused("the private key", null);
    }
}
