package io.hellowire.certs.inspect;

import io.hellowire.certs.read.KeyIdentifiers;
import io.hellowire.certs.read.NameConstraints;
import io.hellowire.certs.read.UnreadableException;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the extensions of a certificate say besides its names (RFC 5280 section 4.2).
 *
 * @param present the object identifiers of all
 * @param critical those of the ones that must be understood
 * @param authority whether it may sign others: CA:TRUE
 * @param pathLength how many authorities may stand between it and a server's certificate; {@code null} if any number
 * @param names which names it may sign; {@code null} if all, or if they cannot be read
 * @param keys how it names its key and its issuer's
 * @param usages what its key may do, and what for
 */
public record ExtensionFacts(
        Set<String> present,
        Set<String> critical,
        boolean authority,
        @Nullable Integer pathLength,
        @Nullable NameConstraints names,
        KeyIdentifiers keys,
        Usages usages) {

    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String NAME_CONSTRAINTS = "2.5.29.30";

    public ExtensionFacts {
        present = Set.copyOf(present);
        critical = Set.copyOf(critical);
    }

    static ExtensionFacts of(X509Certificate certificate) {
        Set<String> critical = certificate.getCriticalExtensionOIDs();
        Set<String> present = new HashSet<>(critical == null ? Set.of() : critical);
        Set<String> others = certificate.getNonCriticalExtensionOIDs();
        present.addAll(others == null ? Set.of() : others);
        int pathLength = certificate.getBasicConstraints();
        return new ExtensionFacts(
                present,
                critical == null ? Set.of() : critical,
                pathLength >= 0,
                pathLength >= 0 && pathLength < Integer.MAX_VALUE ? (Integer) pathLength : null,
                names(certificate),
                KeyIdentifiers.of(certificate),
                Usages.of(certificate));
    }

    private static @Nullable NameConstraints names(X509Certificate certificate) {
        try {
            return NameConstraints.of(certificate);
        } catch (UnreadableException e) {
            return null; // and hasDamagedNames() says so
        }
    }

    /** Whether it limits names in a way that nobody can read. */
    boolean hasDamagedNames() {
        return names == null && present.contains(NAME_CONSTRAINTS);
    }

    boolean hasBasicConstraints() {
        return present.contains(BASIC_CONSTRAINTS);
    }
}
