package io.hellowire.certs.read;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * What one file holds.
 *
 * @param format the format it was found in, for people, such as {@code "PEM"}
 * @param keys its private keys, in the order found
 * @param certificates its certificates, in the order found
 * @param others what else is in it, for people, such as {@code "a certificate request (CSR)"}
 */
public record Contents(String format, List<PrivateKey> keys, List<X509Certificate> certificates, List<String> others) {

    public Contents {
        keys = List.copyOf(keys);
        certificates = List.copyOf(certificates);
        others = List.copyOf(others);
    }

    static Contents ofKey(String format, PrivateKey key) {
        return new Contents(format, List.of(key), List.of(), List.of());
    }

    static Contents ofCertificates(String format, List<X509Certificate> certificates) {
        return new Contents(format, List.of(), certificates, List.of());
    }

    static Contents ofOther(String format, String what) {
        return new Contents(format, List.of(), List.of(), List.of(what));
    }

    /** All of these together, under one format. */
    static Contents ofAll(String format, List<Contents> parts) {
        List<PrivateKey> keys = new ArrayList<>();
        List<X509Certificate> certificates = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Contents part : parts) {
            keys.addAll(part.keys());
            certificates.addAll(part.certificates());
            others.addAll(part.others());
        }
        return new Contents(format, keys, certificates, others);
    }

    /** How much of each there is; never a key. */
    @Override
    public String toString() {
        return "Contents[" + format + ", " + keys.size() + " keys, " + certificates.size() + " certificates, " + others
                + "]";
    }
}
