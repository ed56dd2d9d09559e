package io.hellowire.testkit.shapes;

import static io.hellowire.testkit.shapes.Shapes.HOST;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Keys and signatures of every kind. */
final class KeyShapes {

    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("rsa1024", "RSA 1024"),
            Map.entry("rsa2048", "RSA 2048"),
            Map.entry("rsa3072", "RSA 3072"),
            Map.entry("rsapss", "RSA-PSS"),
            Map.entry("p224", "P-224"),
            Map.entry("p384", "P-384"),
            Map.entry("p521", "P-521"),
            Map.entry("k256", "secp256k1"),
            Map.entry("bp256", "brainpoolP256r1"),
            Map.entry("ed25519", "Ed25519"),
            Map.entry("ed448", "Ed448"));

    private KeyShapes() {}

    static void addTo(Shapes shapes) {
        KEYS.forEach((name, kind) -> {
            shapes.signed("key-" + name, Draft.server().dns(HOST).key(kind));
            shapes.self("self-" + name, Draft.server().dns(HOST).key(kind));
        });
        for (String name : List.of("rsa1024", "rsa2048", "p384", "p521", "ed25519")) {
            SignedCertificate root = Draft.authority("CA " + name)
                    .key(Objects.requireNonNull(KEYS.get(name)))
                    .selfSigned();
            shapes.add("ca-" + name, HOST, List.of(Draft.server().dns(HOST).signedBy(root)), root);
        }
        SignedCertificate rsa = Draft.authority("RSA").key("RSA 2048").selfSigned();
        for (String hash : List.of("MD5", "SHA1", "SHA224", "SHA384", "SHA512")) {
            shapes.add(
                    "rsa-" + hash.toLowerCase(Locale.ROOT),
                    HOST,
                    List.of(Draft.server().dns(HOST).hash(hash).signedBy(rsa)),
                    rsa);
            shapes.self(
                    "self-" + hash.toLowerCase(Locale.ROOT),
                    Draft.server().dns(HOST).key("RSA 2048").hash(hash));
        }
        for (String hash : List.of("SHA1", "SHA224", "SHA384", "SHA512")) {
            shapes.signed(
                    "ec-" + hash.toLowerCase(Locale.ROOT),
                    Draft.server().dns(HOST).hash(hash));
        }
        shapes.add(
                "rsa-pss",
                HOST,
                List.of(Draft.server().dns(HOST).hash("SHA256withRSAandMGF1").signedBy(rsa)),
                rsa);
        SignedCertificate old =
                Draft.authority("CA SHA-1").key("RSA 2048").hash("SHA1").selfSigned();
        shapes.add("ca-sha1-root", HOST, List.of(Draft.server().dns(HOST).signedBy(old)), old);
        SignedCertificate middle = Draft.authority("Middle SHA-1").hash("SHA1").signedBy(shapes.root());
        shapes.add("int-sha1", HOST, List.of(Draft.server().dns(HOST).signedBy(middle), middle), shapes.root());
        SignedCertificate small =
                Draft.authority("Middle RSA 1024").key("RSA 1024").signedBy(shapes.root());
        shapes.add("int-rsa1024", HOST, List.of(Draft.server().dns(HOST).signedBy(small), small), shapes.root());
    }
}
