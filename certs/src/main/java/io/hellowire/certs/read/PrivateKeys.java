package io.hellowire.certs.read;

import static io.hellowire.certs.read.Der.INTEGER;
import static io.hellowire.certs.read.Der.OBJECT_IDENTIFIER;
import static io.hellowire.certs.read.Der.OCTET_STRING;
import static io.hellowire.certs.read.Der.SEQUENCE;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes keys of the JDK's own providers from the encodings in which files hold them; every one ends as PKCS#8. */
final class PrivateKeys {

    private static final String EXPECTED = "an RSA, EC P-256, P-384 or P-521, Ed25519, Ed448 or RSA-PSS key";

    private static final byte[] VERSION_0 = {INTEGER, 1, 0};
    /** rsaEncryption with its NULL parameter (RFC 8017 appendix A.1). */
    private static final byte[] RSA_ALGORITHM = {
        SEQUENCE,
        13,
        OBJECT_IDENTIFIER,
        9,
        0x2a,
        (byte) 0x86,
        0x48,
        (byte) 0x86,
        (byte) 0xf7,
        0x0d,
        1,
        1,
        1,
        Der.NULL,
        0
    };
    /** id-ecPublicKey (RFC 5480 section 2.1.1). */
    private static final byte[] EC_ALGORITHM = {OBJECT_IDENTIFIER, 7, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 2, 1};

    private static final Map<String, String> SERVED_CURVES =
            Map.of("1.2.840.10045.3.1.7", "P-256", "1.3.132.0.34", "P-384", "1.3.132.0.35", "P-521");
    private static final Map<String, String> KNOWN_BUT_UNSERVED = Map.of(
            "1.2.840.10040.4.1", "a DSA key",
            "1.2.840.113549.1.3.1", "a Diffie-Hellman key",
            "1.2.840.10046.2.1", "a Diffie-Hellman key",
            "1.3.101.110", "an X25519 key, which cannot sign",
            "1.3.101.111", "an X448 key, which cannot sign");

    private PrivateKeys() {}

    /** PKCS#8, RFC 5958: {@code PrivateKeyInfo}. */
    static PrivateKey fromPkcs8(byte[] pkcs8) throws UnreadableException {
        new Der(pkcs8).requireWellFormed();
        Der info = new Der(pkcs8).enter(SEQUENCE);
        requireVersion(info.enter(INTEGER).rest(), 0, 1);
        byte[] algorithm = info.element();
        byte[] key = info.enter(OCTET_STRING).rest();
        String name = algorithmName(algorithm);
        // Rebuilt without the optional public key and attributes, which older JDKs do not take.
        if (!name.equals("EC")) {
            return make(name, Der.encode(SEQUENCE, VERSION_0, algorithm, Der.encode(OCTET_STRING, key)));
        }
        byte[] bare = Der.encode(OCTET_STRING, withoutCurveAndPoint(key));
        PrivateKey made = make(name, Der.encode(SEQUENCE, VERSION_0, algorithm, bare));
        CurvePoint.requireOn(((ECKey) made).getParams(), key);
        return made;
    }

    /** PKCS#1, RFC 8017 appendix A.1.2: {@code RSAPrivateKey}. */
    static PrivateKey fromPkcs1(byte[] pkcs1) throws UnreadableException {
        return fromPkcs8(Der.encode(SEQUENCE, VERSION_0, RSA_ALGORITHM, Der.encode(OCTET_STRING, pkcs1)));
    }

    /**
     * SEC1, RFC 5915: {@code ECPrivateKey}.
     *
     * @param curve the parameters that stood beside the key, as DER, or {@code null} if the key must name its curve
     */
    static PrivateKey fromSec1(byte[] sec1, byte @Nullable [] curve) throws UnreadableException {
        Der key = new Der(sec1).enter(SEQUENCE);
        key.enter(INTEGER);
        key.enter(OCTET_STRING);
        byte[] parameters =
                key.tag() == Der.CONTEXT_0 ? key.enter(Der.CONTEXT_0).element() : curve;
        if (parameters == null) {
            throw new UnreadableException("an EC key that does not name its curve", EXPECTED);
        }
        byte[] algorithm = Der.encode(SEQUENCE, EC_ALGORITHM, parameters);
        return fromPkcs8(Der.encode(SEQUENCE, VERSION_0, algorithm, Der.encode(OCTET_STRING, sec1)));
    }

    /** The curve is named once, outside, and the point follows from the secret: the same key is always the same bytes. */
    private static byte[] withoutCurveAndPoint(byte[] sec1) throws UnreadableException {
        Der key = new Der(sec1).enter(SEQUENCE);
        byte[] version = key.element();
        requireVersion(new Der(version).enter(INTEGER).rest(), 1, 1);
        byte[] secret = Der.encode(OCTET_STRING, key.enter(OCTET_STRING).rest());
        if (key.tag() == Der.CONTEXT_0) {
            key.enter(Der.CONTEXT_0).enter(OBJECT_IDENTIFIER);
        }
        return Der.encode(SEQUENCE, version, secret);
    }

    private static void requireVersion(byte[] version, int lowest, int highest) throws UnreadableException {
        if (version.length != 1 || version[0] < lowest || version[0] > highest) {
            throw new UnreadableException("a private key of an unknown version", EXPECTED);
        }
    }

    private static String algorithmName(byte[] algorithm) throws UnreadableException {
        Der identifier = new Der(algorithm).enter(SEQUENCE);
        String oid = identifier.objectIdentifier();
        return switch (oid) {
            case "1.2.840.113549.1.1.1" -> "RSA";
            case "1.2.840.113549.1.1.10" -> "RSASSA-PSS";
            case "1.3.101.112" -> "Ed25519";
            case "1.3.101.113" -> "Ed448";
            case "1.2.840.10045.2.1" -> {
                requireServedCurve(identifier);
                yield "EC";
            }
            default ->
                throw new UnreadableException(
                        KNOWN_BUT_UNSERVED.getOrDefault(oid, "a key of the unknown kind " + oid), EXPECTED);
        };
    }

    private static void requireServedCurve(Der parameters) throws UnreadableException {
        if (parameters.tag() == SEQUENCE) {
            throw new UnreadableException(
                    "an EC key with its curve spelled out (explicit parameters)",
                    "a curve by its name, which `openssl ec -param_enc named_curve` writes");
        }
        String curve = parameters.objectIdentifier();
        if (!SERVED_CURVES.containsKey(curve)) {
            throw new UnreadableException("an EC key on the curve " + curve + ", which browsers refuse", EXPECTED);
        }
    }

    private static PrivateKey make(String algorithm, byte[] pkcs8) throws UnreadableException {
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Not the cause's message, which may quote the key.
            throw new UnreadableException("a damaged " + algorithm + " private key", "a whole one", e);
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
    }
}
