package io.hellowire.certs.inspect;

import io.hellowire.certs.read.AnyCertificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * A way from a server's certificate up to one that is trusted, or as far as it goes: each certificate is signed by the
 * next.
 *
 * @param certificates the server's own first; the trusted one last, if it is reached
 * @param end how the way ends
 */
public record TrustPath(List<X509Certificate> certificates, End end) {

    private static final int LONGEST = 10;
    /** More ways than real chains have; somebody could send certificates that have millions. */
    private static final int MOST = 50;

    public TrustPath {
        certificates = List.copyOf(certificates);
    }

    /**
     * Finds the ways that end at a trusted certificate, those without detours first.
     *
     * @param sent what the server sends, its own certificate first
     * @param trusted whom the client trusts
     * @return at least one; the only one that is not trusted if there is none that is
     */
    public static List<TrustPath> all(List<X509Certificate> sent, List<X509Certificate> trusted) {
        Search search = new Search(sent, trusted);
        search.walk(List.of(sent.get(0)));
        List<TrustPath> found =
                search.found.stream().filter(TrustPath::isTrusted).toList();
        return found.isEmpty() ? search.found.subList(0, 1) : found;
    }

    /** Whether it ends at a certificate that is trusted. */
    public boolean isTrusted() {
        return end == End.TRUSTED;
    }

    /** The last certificate on the way. */
    public X509Certificate last() {
        return certificates.get(certificates.size() - 1);
    }

    /** Whether a certificate bears the signature of another's key. */
    static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
        return AnyCertificate.isSignedBy(certificate, issuer.getPublicKey());
    }

    /** Whether it names itself as its issuer; whose key signed it is another question. */
    static boolean isSelfIssued(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    private static boolean isNamesake(X509Certificate candidate, X509Certificate certificate) {
        return candidate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    /** How the way up ends. */
    public enum End {
        /** At a certificate that is trusted. */
        TRUSTED,
        /** At once: the server's certificate is its own issuer. */
        SELF_SIGNED,
        /** At a root that the server sent and nobody here knows. */
        UNKNOWN_ROOT,
        /** At a certificate whose issuer is neither trusted nor sent. */
        ISSUER_MISSING,
        /** At a certificate that names a trusted issuer, whose key did not sign it: most often one that was made anew. */
        ROOT_HAS_OTHER_KEY,
        /** At a certificate that names an issuer who was sent and did not sign it. */
        BAD_SIGNATURE,
        TOO_LONG
    }

    /** One search for all ways. */
    private static final class Search {

        private final List<X509Certificate> sent;
        private final List<X509Certificate> trusted;
        private final List<TrustPath> found = new ArrayList<>();

        Search(List<X509Certificate> sent, List<X509Certificate> trusted) {
            this.sent = sent;
            this.trusted = trusted;
        }

        void walk(List<X509Certificate> way) {
            X509Certificate current = way.get(way.size() - 1);
            if (found.size() == MOST) {
                return;
            }
            if (trusted.contains(current)) {
                found.add(new TrustPath(way, End.TRUSTED));
                return;
            }
            int before = found.size();
            for (X509Certificate root : trusted) {
                if (isNamesake(root, current) && isSignedBy(current, root)) {
                    found.add(new TrustPath(with(way, root), End.TRUSTED));
                }
            }
            for (X509Certificate issuer : sent) {
                if (!way.contains(issuer) && isNamesake(issuer, current) && isSignedBy(current, issuer)) {
                    goOn(way, issuer);
                }
            }
            if (found.size() == before) {
                found.add(new TrustPath(way, deadEnd(way, current)));
            }
        }

        private void goOn(List<X509Certificate> way, X509Certificate issuer) {
            if (way.size() < LONGEST) {
                walk(with(way, issuer));
            } else {
                found.add(new TrustPath(way, End.TOO_LONG));
            }
        }

        private End deadEnd(List<X509Certificate> way, X509Certificate current) {
            if (trusted.stream().anyMatch(root -> isNamesake(root, current))) {
                return End.ROOT_HAS_OTHER_KEY;
            }
            if (isSelfIssued(current) && isSignedBy(current, current)) {
                return way.size() == 1 ? End.SELF_SIGNED : End.UNKNOWN_ROOT;
            }
            boolean namesakeSent =
                    sent.stream().anyMatch(other -> !other.equals(current) && isNamesake(other, current));
            return namesakeSent ? End.BAD_SIGNATURE : End.ISSUER_MISSING;
        }

        private static List<X509Certificate> with(List<X509Certificate> way, X509Certificate next) {
            List<X509Certificate> longer = new ArrayList<>(way);
            longer.add(next);
            return longer;
        }
    }
}
