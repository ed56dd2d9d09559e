package io.hellowire.certs.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.operator.bc.BcDefaultDigestProvider;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilderProvider;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Reads PKCS#12 (RFC 7292), modern or with the ciphers of old, with or without a passphrase. Not by the JDK's
 * {@code KeyStore}: that takes a file of certificates made by OpenSSL for an empty one.
 */
final class Pkcs12Reader {

    private static final String FORMAT = "PKCS#12";
    /** The empty passphrase is a zero character in most programs' files and nothing at all in the others'. */
    private static final List<String> EMPTY_PASSPHRASES = List.of("\0", "");

    private final PassphraseSource passphrase;

    Pkcs12Reader(PassphraseSource passphrase) {
        this.passphrase = passphrase;
    }

    Contents read(byte[] der) throws UnreadableException, IOException {
        PKCS12PfxPdu file = parse(der);
        for (String empty : EMPTY_PASSPHRASES) {
            Contents contents = open(file, empty.toCharArray());
            if (contents != null) {
                return contents;
            }
        }
        char[] secret = Unlocking.require(passphrase, "an encrypted PKCS#12 file");
        return Unlocking.withEachEncoding(secret, one -> {
            Contents contents = open(file, one);
            if (contents == null) {
                throw Unlocking.refused("the PKCS#12 file", null);
            }
            return contents;
        });
    }

    private static PKCS12PfxPdu parse(byte[] der) throws UnreadableException {
        try {
            PKCS12PfxPdu file = new PKCS12PfxPdu(der);
            if (file.hasMac()) {
                KeyDerivation.requireIterations(
                        file.toASN1Structure().getMacData().getIterationCount());
            }
            return file;
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
    }

    /**
     * What is in it, or {@code null} if this passphrase does not open it. Its own ciphers take chars (RFC 7292 appendix
     * B.1), PBES2 in it takes the bytes that were typed.
     */
    private static @Nullable Contents open(PKCS12PfxPdu file, char[] secret) throws UnreadableException, IOException {
        byte[] utf8 = new String(secret).getBytes(UTF_8);
        byte[] latin1 = new String(secret).getBytes(ISO_8859_1);
        if (Arrays.equals(utf8, latin1)) {
            return open(file, secret, utf8);
        }
        try {
            Contents contents = open(file, secret, latin1);
            return contents == null ? open(file, secret, utf8) : contents;
        } catch (UnreadableException e) {
            return open(file, secret, utf8); // one wrong passphrase in 256 leaves what looks like padding
        }
    }

    private static @Nullable Contents open(PKCS12PfxPdu file, char[] secret, byte[] bytes)
            throws UnreadableException, IOException {
        try {
            if (file.hasMac()
                    && !file.isMacValid(
                            new BcPKCS12MacCalculatorBuilderProvider(BcDefaultDigestProvider.INSTANCE), secret)) {
                return null;
            }
            InputDecryptorProvider decryptor = Pbes2.orElse(
                    new JcePKCSPBEInputDecryptorProviderBuilder()
                            .setProvider(Unlocking.PROVIDER)
                            .build(secret),
                    bytes);
            List<Contents> parts = new ArrayList<>();
            for (ContentInfo part : file.getContentInfos()) {
                for (PKCS12SafeBag bag : bags(part, decryptor).getSafeBags()) {
                    parts.add(read(bag, decryptor));
                }
            }
            return Contents.ofAll(FORMAT, parts);
        } catch (PKCSException e) {
            return null;
        } catch (RuntimeException e) {
            throw damaged(e);
        }
    }

    private static PKCS12SafeBagFactory bags(ContentInfo part, InputDecryptorProvider decryptor)
            throws UnreadableException, PKCSException {
        if (!PKCSObjectIdentifiers.encryptedData.equals(part.getContentType())) {
            return new PKCS12SafeBagFactory(part);
        }
        KeyDerivation.requireReasonable(
                EncryptedData.getInstance(part.getContent()).getEncryptionAlgorithm());
        return new PKCS12SafeBagFactory(part, decryptor);
    }

    private static Contents read(PKCS12SafeBag bag, InputDecryptorProvider decryptor)
            throws UnreadableException, PKCSException, IOException {
        Object value = bag.getBagValue();
        if (value instanceof X509CertificateHolder certificate) {
            return Contents.ofCertificates(FORMAT, List.of(Certificates.fromDer(certificate.getEncoded())));
        }
        if (value instanceof PrivateKeyInfo key) {
            return Contents.ofKey(FORMAT, PrivateKeys.fromPkcs8(key.getEncoded()));
        }
        if (value instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
            KeyDerivation.requireReasonable(encrypted.toASN1Structure().getEncryptionAlgorithm());
            return Contents.ofKey(
                    FORMAT,
                    PrivateKeys.fromPkcs8(
                            encrypted.decryptPrivateKeyInfo(decryptor).getEncoded()));
        }
        return Contents.ofOther(FORMAT, "a bag of the kind " + bag.getType());
    }

    private static UnreadableException damaged(Exception cause) {
        return new UnreadableException("a damaged PKCS#12 file", "a whole one", cause);
    }
}
