package io.hellowire.certs;

import io.hellowire.certs.read.AnyCertificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The certificates of a key in the order in which TLS sends them, each signed by the next (RFC 8446 section 4.4.2).
 *
 * @param certificates the certificate of the key first
 * @param leftOver what was in the files and belongs to none of these
 * @param sorted whether the files had them in another order
 */
record Chain(List<X509Certificate> certificates, List<X509Certificate> leftOver, boolean sorted) {

    /**
     * Finds the certificate of the key and goes up from there.
     *
     * @param given all certificates there are, each once, in the order of the files
     */
    static Chain of(LoadedKey key, List<X509Certificate> given) throws CertificateFileException {
        X509Certificate current = certificateOf(key, given);
        List<X509Certificate> chain = new ArrayList<>();
        while (current != null) {
            chain.add(current);
            current = issuerOf(current, chain, given, key);
        }
        List<X509Certificate> asGiven = given.stream().filter(chain::contains).toList();
        List<X509Certificate> leftOver =
                given.stream().filter(c -> !chain.contains(c)).toList();
        return new Chain(List.copyOf(chain), leftOver, !asGiven.equals(chain));
    }

    private static X509Certificate certificateOf(LoadedKey key, List<X509Certificate> given)
            throws CertificateFileException {
        if (given.isEmpty()) {
            throw new CertificateFileException(
                    key.file(), "a private key and no certificate", "its certificate too, here or in another file");
        }
        for (X509Certificate certificate : given) {
            if (key.belongsTo(certificate.getPublicKey())) {
                return certificate;
            }
        }
        throw new CertificateFileException(
                key.file(),
                "a private key that does not belong to the certificate of " + name(given.get(0)),
                "the key that this certificate was made with");
    }

    private static @Nullable X509Certificate issuerOf(
            X509Certificate certificate, List<X509Certificate> below, List<X509Certificate> given, LoadedKey key)
            throws CertificateFileException {
        List<X509Certificate> issuers = given.stream()
                .filter(candidate -> !below.contains(candidate) && signed(candidate, certificate))
                .toList();
        if (issuers.isEmpty()) {
            return null;
        }
        if (issuers.size() == 1) {
            return issuers.get(0);
        }
        int next = given.indexOf(certificate) + 1;
        if (next < given.size() && issuers.contains(given.get(next))) {
            return given.get(next);
        }
        throw new CertificateFileException(
                key.file(),
                issuers.size() + " certificates that may follow that of " + name(certificate),
                "one of them, or all in order: each certificate followed by its issuer's");
    }

    private static boolean signed(X509Certificate issuer, X509Certificate certificate) {
        return issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())
                && AnyCertificate.isSignedBy(certificate, issuer.getPublicKey());
    }

    static String name(X509Certificate certificate) {
        String name = certificate.getSubjectX500Principal().getName();
        return name.isEmpty() ? "an empty subject" : name;
    }
}
