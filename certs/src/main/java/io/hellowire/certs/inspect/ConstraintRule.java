package io.hellowire.certs.inspect;

import static io.hellowire.certs.inspect.ClientKind.GNUTLS;

import io.hellowire.certs.inspect.Objection.Reason;
import io.hellowire.certs.read.AlternativeName;
import io.hellowire.certs.read.NameConstraints;
import io.hellowire.certs.read.Subtree;
import io.hellowire.wire.text.AddressText;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether the names in the certificates below an authority are those that it may sign (RFC 5280 section 4.2.1.10). Java
 * does not look at this for the trusted certificate itself.
 */
final class ConstraintRule {

    private static final Pattern LIKE_A_HOST = Pattern.compile("[A-Za-z0-9_*-]+(?:\\.[A-Za-z0-9_-]+)++");

    private static final Set<ClientKind> LOOK_AT_WHAT_A_WILDCARD_COULD_BE =
            EnumSet.of(ClientKind.CHROME, ClientKind.ANDROID, ClientKind.HELLOWIRE);

    private final ClientKind client;
    private final Candidate candidate;

    ConstraintRule(ClientKind client, Candidate candidate) {
        this.client = client;
        this.candidate = candidate;
    }

    @Nullable
    Objection objection(int place) {
        ExtensionFacts extensions = candidate.facts().get(place).extensions();
        NameConstraints constraints = extensions.names();
        if (extensions.hasDamagedNames()) {
            return new Objection(
                    Reason.NAME_NOT_PERMITTED,
                    place,
                    "its name constraints are damaged: nobody can tell what it may sign");
        }
        if (constraints == null) {
            return null;
        }
        for (int below = place - 1; below >= 0; below--) {
            CertificateFacts facts = candidate.facts().get(below);
            if (below > 0 && facts.isSelfIssued()) {
                continue; // an authority's next key, which is the same authority
            }
            for (AlternativeName name : namesOf(facts, below)) {
                String refusal = refusal(name, constraints);
                if (refusal != null) {
                    return new Objection(Reason.NAME_NOT_PERMITTED, place, "may not sign " + name.text() + refusal);
                }
            }
        }
        return null;
    }

    /** Its alternative names and its subject; without any, the common name, as some clients take that for one. */
    private List<AlternativeName> namesOf(CertificateFacts facts, int place) {
        List<AlternativeName> names = new ArrayList<>(facts.names().entries());
        if (!facts.subject().isEmpty() && client != GNUTLS) {
            names.add(new AlternativeName(AlternativeName.DIRECTORY, facts.subject()));
        }
        if (place == 0 && !facts.names().has(AlternativeName.DNS)) {
            facts.names().commonNames().stream()
                    .filter(name ->
                            client == GNUTLS || LIKE_A_HOST.matcher(name).matches())
                    .forEach(name -> names.add(new AlternativeName(AlternativeName.DNS, name)));
        }
        return names;
    }

    private @Nullable String refusal(AlternativeName name, NameConstraints constraints) {
        for (Subtree excluded : constraints.excluded()) {
            boolean could = LOOK_AT_WHAT_A_WILDCARD_COULD_BE.contains(client) && mayLie(name, excluded);
            if (excluded.kind() == name.kind() && (lies(name, excluded) || could)) {
                return ": " + excluded.base() + " is excluded";
            }
        }
        List<Subtree> permitted = constraints.permitted().stream()
                .filter(subtree -> subtree.kind() == name.kind() && isForItsFamily(name, subtree))
                .toList();
        boolean outside = !permitted.isEmpty() && permitted.stream().noneMatch(subtree -> lies(name, subtree));
        return outside
                ? " (permitted: "
                        + String.join(
                                ", ", permitted.stream().map(Subtree::base).toList()) + ")"
                : null;
    }

    /** GnuTLS takes IPv4 and IPv6 for two kinds of name, of which the other is not limited. */
    private boolean isForItsFamily(AlternativeName name, Subtree subtree) {
        boolean sixth = name.text().indexOf(':') >= 0;
        return client != GNUTLS
                || name.kind() != AlternativeName.ADDRESS
                || sixth == subtree.base().indexOf(':') >= 0;
    }

    private static boolean lies(AlternativeName name, Subtree subtree) {
        return switch (name.kind()) {
            case AlternativeName.DNS -> isBelow(withoutStar(name.text()), subtree.base(), true);
            case AlternativeName.URI ->
                isBelow(hostOf(name.text()), subtree.base(), subtree.base().startsWith("."));
            case AlternativeName.EMAIL -> mailLies(name.text(), subtree.base());
            case AlternativeName.ADDRESS -> {
                InetAddress address = AddressText.parse(name.text());
                yield address != null
                        && subtree.network() != null
                        && subtree.network().contains(address);
            }
            case AlternativeName.DIRECTORY ->
                subtree.base().isEmpty()
                        || name.text().equalsIgnoreCase(subtree.base())
                        || lower(name.text()).endsWith("," + lower(subtree.base()));
            default -> false;
        };
    }

    /** Whether a wildcard could stand for a name that lies there. */
    private static boolean mayLie(AlternativeName name, Subtree subtree) {
        return name.kind() == AlternativeName.DNS
                && name.text().startsWith("*.")
                && isBelow(subtree.base(), name.text().substring(2), true);
    }

    private static boolean mailLies(String mail, String base) {
        String host = mail.substring(mail.indexOf('@') + 1);
        return base.contains("@") ? mail.equalsIgnoreCase(base) : isBelow(host, base, base.startsWith("."));
    }

    private static boolean isBelow(String name, String base, boolean deeper) {
        String domain = lower(base.startsWith(".") ? base.substring(1) : base);
        boolean same = lower(name).equals(domain) && !base.startsWith(".");
        return domain.isEmpty() || same || (deeper && lower(name).endsWith("." + domain));
    }

    private static String withoutStar(String name) {
        return name.startsWith("*.") ? name.substring(2) : name;
    }

    private static String hostOf(String uri) {
        return uri.replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://", "")
                .replaceFirst("^[^@/]*@", "")
                .replaceFirst("[:/?#].*", "");
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
