package io.hellowire.certs.read;

import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBEParameter;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Refuses encrypted files that ask for unreasonable work or memory before anything can be known about them. */
final class KeyDerivation {

    /** As the JDK's own limit for key stores; OpenSSL writes 2048. */
    static final int MAX_ITERATIONS = 5_000_000;
    /** As OpenSSL's own limit. */
    private static final long MAX_SCRYPT_BYTES = 32L << 20;

    private static final long MAX_SCRYPT_WORK = 1L << 30;

    private KeyDerivation() {}

    /** Looks at the parameters of PBES1, PKCS#12 encryption or PBES2; all else is left to who decrypts. */
    static void requireReasonable(AlgorithmIdentifier encryption) throws UnreadableException {
        ASN1Encodable parameters = encryption.getParameters();
        if (!PKCSObjectIdentifiers.id_PBES2.equals(encryption.getAlgorithm())) {
            requireIterations(PBEParameter.getInstance(parameters).getIterationCount());
            return;
        }
        KeyDerivationFunc function = PBES2Parameters.getInstance(parameters).getKeyDerivationFunc();
        if (MiscObjectIdentifiers.id_scrypt.equals(function.getAlgorithm())) {
            requireReasonable(ScryptParams.getInstance(function.getParameters()));
        } else {
            requireIterations(PBKDF2Params.getInstance(function.getParameters()).getIterationCount());
        }
    }

    static void requireIterations(BigInteger iterations) throws UnreadableException {
        if (iterations.signum() <= 0 || iterations.compareTo(BigInteger.valueOf(MAX_ITERATIONS)) > 0) {
            throw new UnreadableException(
                    "an encryption of " + shortened(iterations) + " iterations", "1 to " + MAX_ITERATIONS);
        }
    }

    private static void requireReasonable(ScryptParams scrypt) throws UnreadableException {
        BigInteger bytes =
                scrypt.getCostParameter().multiply(scrypt.getBlockSize()).shiftLeft(7);
        BigInteger work = bytes.multiply(scrypt.getParallelizationParameter());
        if (bytes.signum() <= 0
                || bytes.compareTo(BigInteger.valueOf(MAX_SCRYPT_BYTES)) > 0
                || work.signum() <= 0
                || work.compareTo(BigInteger.valueOf(MAX_SCRYPT_WORK)) > 0) {
            throw new UnreadableException(
                    "an encryption by scrypt with " + shortened(bytes) + " bytes of memory",
                    "at most " + MAX_SCRYPT_BYTES);
        }
    }

    private static String shortened(BigInteger number) {
        return number.bitLength() < 64 ? number.toString() : "2^" + (number.bitLength() - 1) + " or more";
    }
}
