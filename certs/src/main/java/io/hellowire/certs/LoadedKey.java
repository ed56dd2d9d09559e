package io.hellowire.certs;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A private key and the file it came from.
 *
 * @param file the file, as the user named it
 * @param key the key
 */
record LoadedKey(Path file, PrivateKey key) {

    /** What a key that names no parameters signs with, the least that TLS asks for (RFC 8446 section 4.2.3). */
    private static final PSSParameterSpec SHA256_WITH_PSS =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

    private static final byte[] SAMPLE = {'p', 'r', 'o', 'o', 'f'};

    /** The one key in these files; the same key in several counts once. */
    static LoadedKey onlyOneOf(List<LoadedFile> loaded) throws CertificateFileException {
        Map<PrivateKey, Path> keys = new LinkedHashMap<>();
        for (LoadedFile file : loaded) {
            file.contents().keys().forEach(key -> keys.putIfAbsent(key, file.file()));
        }
        String names =
                String.join(", ", loaded.stream().map(f -> f.file().toString()).toList());
        if (keys.isEmpty()) {
            throw new CertificateFileException(
                    names, "no private key", "a PRIVATE KEY block beside the certificate, or a key file");
        }
        if (keys.size() > 1) {
            throw new CertificateFileException(names, keys.size() + " different private keys", "exactly one");
        }
        Map.Entry<PrivateKey, Path> only = keys.entrySet().iterator().next();
        return new LoadedKey(only.getValue(), only.getKey());
    }

    /** Whether this is the private half of a public key, proved by a signature. */
    boolean belongsTo(PublicKey other) {
        if (!algorithm().equals(algorithm(other.getAlgorithm()))) {
            return false;
        }
        try {
            Signature signer = signature();
            signer.initSign(key);
            signer.update(SAMPLE);
            byte[] signature = signer.sign();
            signer.initVerify(other);
            signer.update(SAMPLE);
            return signer.verify(signature);
        } catch (InvalidKeyException | SignatureException e) {
            return false; // of another size or curve, or so damaged that it cannot sign
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a JDK without " + algorithm(), e);
        }
    }

    private Signature signature() throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm());
        if (key instanceof RSAKey rsa && algorithm().equals("RSASSA-PSS")) {
            signature.setParameter(rsa.getParams() == null ? SHA256_WITH_PSS : rsa.getParams());
        }
        return signature;
    }

    private String algorithm() {
        return algorithm(key.getAlgorithm());
    }

    private static String algorithm(String key) {
        return switch (key) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key; // EdDSA and RSASSA-PSS, where key and signature have one name
        };
    }

    /** The file; never the key. */
    @Override
    public String toString() {
        return "LoadedKey[" + file + "]";
    }
}
