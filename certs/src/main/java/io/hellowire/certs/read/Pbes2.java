package io.hellowire.certs.read;

import java.io.IOException;
import java.io.InputStream;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.jcajce.io.CipherInputStream;
import org.bouncycastle.operator.DefaultSecretKeySizeProvider;
import org.bouncycastle.operator.InputDecryptor;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;

/**
 * Opens what PBES2 has encrypted (RFC 8018 section 6.2) with a passphrase of bytes, since OpenSSL takes them as they were
 * typed. Bouncy Castle and the JDK take chars, and make UTF-8 of them.
 */
final class Pbes2 implements InputDecryptor {

    private static final Map<ASN1ObjectIdentifier, Supplier<Digest>> DIGESTS = Map.of(
            PKCSObjectIdentifiers.id_hmacWithSHA1, SHA1Digest::new,
            PKCSObjectIdentifiers.id_hmacWithSHA224, SHA224Digest::new,
            PKCSObjectIdentifiers.id_hmacWithSHA256, SHA256Digest::new,
            PKCSObjectIdentifiers.id_hmacWithSHA384, SHA384Digest::new,
            PKCSObjectIdentifiers.id_hmacWithSHA512, SHA512Digest::new);

    private final AlgorithmIdentifier algorithm;
    private final Cipher cipher;

    private Pbes2(AlgorithmIdentifier algorithm, Cipher cipher) {
        this.algorithm = algorithm;
        this.cipher = cipher;
    }

    /** Opens PBES2 with this passphrase, where we know how, and leaves all else to the others. */
    static InputDecryptorProvider orElse(InputDecryptorProvider others, byte[] passphrase) {
        return algorithm -> {
            byte[] key = PKCSObjectIdentifiers.id_PBES2.equals(algorithm.getAlgorithm())
                    ? key(PBES2Parameters.getInstance(algorithm.getParameters()), passphrase)
                    : null;
            return key == null ? others.get(algorithm) : decryptor(algorithm, key);
        };
    }

    private static InputDecryptor decryptor(AlgorithmIdentifier algorithm, byte[] key)
            throws OperatorCreationException {
        EncryptionScheme scheme =
                PBES2Parameters.getInstance(algorithm.getParameters()).getEncryptionScheme();
        String name = scheme.getAlgorithm().getId();
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance(name, Unlocking.PROVIDER);
            parameters.init(scheme.getParameters().toASN1Primitive().getEncoded());
            Cipher cipher = Cipher.getInstance(name, Unlocking.PROVIDER);
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, name), parameters);
            return new Pbes2(algorithm, cipher);
        } catch (GeneralSecurityException | IOException e) {
            throw new OperatorCreationException("PBES2 with " + name + ": " + e.getMessage(), e);
        }
    }

    /** {@code null} if we do not know how to derive it. */
    private static byte @Nullable [] key(PBES2Parameters parameters, byte[] passphrase) {
        KeyDerivationFunc function = parameters.getKeyDerivationFunc();
        int bits = DefaultSecretKeySizeProvider.INSTANCE.getKeySize(
                AlgorithmIdentifier.getInstance(parameters.getEncryptionScheme()));
        if (bits <= 0) {
            return null;
        }
        if (MiscObjectIdentifiers.id_scrypt.equals(function.getAlgorithm())) {
            return byScrypt(ScryptParams.getInstance(function.getParameters()), passphrase, bits / 8);
        }
        return byPbkdf2(PBKDF2Params.getInstance(function.getParameters()), passphrase, bits);
    }

    private static byte[] byScrypt(ScryptParams scrypt, byte[] passphrase, int keyBytes) {
        return SCrypt.generate(
                passphrase,
                scrypt.getSalt(),
                scrypt.getCostParameter().intValueExact(),
                scrypt.getBlockSize().intValueExact(),
                scrypt.getParallelizationParameter().intValueExact(),
                keyBytes);
    }

    private static byte @Nullable [] byPbkdf2(PBKDF2Params pbkdf2, byte[] passphrase, int bits) {
        Supplier<Digest> digest = DIGESTS.get(pbkdf2.getPrf().getAlgorithm());
        if (digest == null) {
            return null;
        }
        PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(digest.get());
        generator.init(passphrase, pbkdf2.getSalt(), pbkdf2.getIterationCount().intValueExact());
        return ((KeyParameter) generator.generateDerivedParameters(bits)).getKey();
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return algorithm;
    }

    @Override
    public InputStream getInputStream(InputStream encrypted) {
        return new CipherInputStream(encrypted, cipher);
    }
}
