package io.hellowire.client.tls;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way from the server's certificate up to a root, as far as it can be walked with what the server sent and what is
 * trusted. It explains a verdict and never makes one: that is left to the Java platform's path validation.
 *
 * @param sent the certificates on the way that the server sent, its own first
 * @param anchor the trusted root at the end that the server did not send, or {@code null}
 * @param end how the way ends
 */
record ChainPath(List<X509Certificate> sent, @Nullable X509Certificate anchor, End end) {

    private static final int LONGEST = 10;

    ChainPath {
        sent = List.copyOf(sent);
    }

    static ChainPath walk(List<X509Certificate> received, List<X509Certificate> anchors) {
        List<X509Certificate> way = new ArrayList<>();
        X509Certificate current = received.get(0);
        while (way.size() < LONGEST) {
            way.add(current);
            if (anchors.contains(current)) {
                return new ChainPath(way, null, End.TRUSTED);
            }
            if (CertificateFacts.isSelfSigned(current)) {
                return new ChainPath(way, null, way.size() == 1 ? End.SELF_SIGNED : End.UNKNOWN_ROOT);
            }
            X509Certificate anchor = issuerOf(current, anchors);
            if (anchor != null) {
                return new ChainPath(way, anchor, End.TRUSTED);
            }
            X509Certificate issuer = issuerOf(current, received);
            if (issuer == null) {
                return new ChainPath(
                        way, null, hasNamesake(current, received) ? End.BAD_SIGNATURE : End.ISSUER_MISSING);
            }
            current = issuer;
        }
        return new ChainPath(way, null, End.TOO_LONG);
    }

    private static @Nullable X509Certificate issuerOf(X509Certificate certificate, List<X509Certificate> candidates) {
        for (X509Certificate candidate : candidates) {
            boolean named = candidate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
            if (named && isSignedBy(certificate, candidate)) {
                return candidate;
            }
        }
        return null;
    }

    private static boolean hasNamesake(X509Certificate certificate, List<X509Certificate> candidates) {
        return candidates.stream()
                .anyMatch(c -> c.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()));
    }

    private static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    X509Certificate last() {
        return sent.get(sent.size() - 1);
    }

    /** How the way up ends. */
    enum End {
        /** At a certificate that is trusted. */
        TRUSTED,
        /** At once: the server's certificate is its own issuer. */
        SELF_SIGNED,
        /** At a root that the server sent and nobody here knows. */
        UNKNOWN_ROOT,
        /** At a certificate whose issuer is neither here nor sent. */
        ISSUER_MISSING,
        /** At a certificate that names an issuer who did not sign it. */
        BAD_SIGNATURE,
        TOO_LONG
    }
}
