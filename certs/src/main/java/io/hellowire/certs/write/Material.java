package io.hellowire.certs.write;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to write: a key, certificates, or both. An EC key is given its public point, whatever it came from.
 *
 * @param key the private key, or {@code null} for certificates only
 * @param certificates the certificate of the key first, if there is a key; may be empty beside a key
 */
public record Material(@Nullable PrivateKey key, List<X509Certificate> certificates) {

    public Material {
        key = key == null ? null : WholeKey.of(key);
        certificates = List.copyOf(certificates);
        if (key == null && certificates.isEmpty()) {
            throw new IllegalArgumentException("material: nothing (expected: a key, certificates or both)");
        }
    }

    /** How much there is; never the key. */
    @Override
    public String toString() {
        return "Material[" + (key == null ? "no key" : "a key") + ", " + certificates.size() + " certificates]";
    }
}
