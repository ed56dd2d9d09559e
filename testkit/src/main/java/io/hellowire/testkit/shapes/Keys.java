package io.hellowire.testkit.shapes;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.spec.ECGenParameterSpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Keys for tests, each made once. */
final class Keys {

    /** Never registered: whom we test shall not find it. */
    static final Provider PROVIDER = new BouncyCastleProvider();

    private static final Map<String, KeyPair> MADE = new ConcurrentHashMap<>();

    private Keys() {}

    /** The key of this kind, such as {@code P-256}, {@code RSA 2048} or {@code Ed25519}; other words have a P-256 key each. */
    static KeyPair of(String kind) {
        return MADE.computeIfAbsent(kind, Keys::make);
    }

    private static KeyPair make(String kind) {
        try {
            if (kind.startsWith("RSA ")) {
                KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
                rsa.initialize(Integer.parseInt(kind.substring(4)));
                return rsa.generateKeyPair();
            }
            return switch (kind) {
                case "Ed25519", "Ed448" ->
                    KeyPairGenerator.getInstance(kind, PROVIDER).generateKeyPair();
                case "RSA-PSS" -> {
                    KeyPairGenerator pss = KeyPairGenerator.getInstance("RSASSA-PSS");
                    pss.initialize(2048);
                    yield pss.generateKeyPair();
                }
                case "P-224", "P-384", "P-521", "secp256k1", "brainpoolP256r1" -> onCurve(kind);
                default -> onCurve("P-256");
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(kind + ": no such key", e);
        }
    }

    private static KeyPair onCurve(String curve) throws GeneralSecurityException {
        KeyPairGenerator ec = KeyPairGenerator.getInstance("EC", PROVIDER);
        ec.initialize(new ECGenParameterSpec(curve));
        return ec.generateKeyPair();
    }

    static JcaX509ExtensionUtils identifiers() {
        try {
            return new JcaX509ExtensionUtils();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
