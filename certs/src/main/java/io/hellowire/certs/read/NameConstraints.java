package io.hellowire.certs.read;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which names an authority may sign, as its certificate says (RFC 5280 section 4.2.1.10).
 *
 * @param permitted where names of a kind must lie, if there is any of that kind
 * @param excluded where no name may lie
 * @param critical whether who does not understand this must refuse the certificate
 */
public record NameConstraints(List<Subtree> permitted, List<Subtree> excluded, boolean critical) {

    private static final String EXTENSION = "2.5.29.30";
    private static final int PERMITTED = 0xa0;
    private static final int EXCLUDED = 0xa1;

    public NameConstraints {
        permitted = List.copyOf(permitted);
        excluded = List.copyOf(excluded);
    }

    /**
     * Reads those of a certificate.
     *
     * @return {@code null} if it has none
     * @throws UnreadableException if they are damaged, so that nobody can tell what it may sign
     */
    public static @Nullable NameConstraints of(X509Certificate certificate) throws UnreadableException {
        byte[] extension = certificate.getExtensionValue(EXTENSION);
        if (extension == null) {
            return null;
        }
        Der content = new Der(new Der(extension).enter(Der.OCTET_STRING).rest()).enter(Der.SEQUENCE);
        List<Subtree> permitted = content.tag() == PERMITTED ? subtrees(content.enter(PERMITTED)) : List.of();
        List<Subtree> excluded = content.tag() == EXCLUDED ? subtrees(content.enter(EXCLUDED)) : List.of();
        content.requireEnd();
        return new NameConstraints(
                permitted, excluded, certificate.getCriticalExtensionOIDs().contains(EXTENSION));
    }

    private static List<Subtree> subtrees(Der content) throws UnreadableException {
        List<Subtree> subtrees = new ArrayList<>();
        while (content.tag() != Der.NONE) {
            subtrees.add(Subtree.read(content.enter(Der.SEQUENCE)));
        }
        return subtrees;
    }
}
