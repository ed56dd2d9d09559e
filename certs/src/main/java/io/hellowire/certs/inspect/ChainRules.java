package io.hellowire.certs.inspect;

import static io.hellowire.certs.inspect.ClientKind.CURL;
import static io.hellowire.certs.inspect.ClientKind.FIREFOX;
import static io.hellowire.certs.inspect.ClientKind.GNUTLS;
import static io.hellowire.certs.inspect.ClientKind.HELLOWIRE;
import static io.hellowire.certs.inspect.ClientKind.JAVA;
import static io.hellowire.certs.inspect.ClientKind.JAVA17;
import static io.hellowire.certs.inspect.ClientKind.MBEDTLS2;
import static io.hellowire.certs.inspect.ClientKind.OPENSSL;
import static io.hellowire.certs.inspect.ClientKind.SAFARI;

import io.hellowire.certs.inspect.Objection.Reason;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What clients demand of the way from a server's certificate to one they trust (RFC 5280 section 6.1). */
final class ChainRules {

    /** What every client that we know of understands; path policies are understood by ignoring them. */
    private static final Set<String> UNDERSTOOD = Set.of(
            "2.5.29.15",
            "2.5.29.17",
            "2.5.29.19",
            "2.5.29.30",
            "2.5.29.32",
            "2.5.29.33",
            "2.5.29.36",
            "2.5.29.37",
            "2.5.29.54");

    private static final String NAME_CONSTRAINTS = "2.5.29.30";
    private static final String TLS_FEATURE = "1.3.6.1.5.5.7.1.24";
    private static final Set<ClientKind> MBEDTLS = EnumSet.of(MBEDTLS2, ClientKind.MBEDTLS3);
    private static final Set<ClientKind> COMPARE_KEY_IDENTIFIERS =
            EnumSet.of(OPENSSL, CURL, GNUTLS, JAVA17, JAVA, HELLOWIRE);
    private static final Set<ClientKind> WANT_STAPLES = EnumSet.of(GNUTLS, FIREFOX);

    private final ClientKind client;
    private final Candidate candidate;

    ChainRules(ClientKind client, Candidate candidate) {
        this.client = client;
        this.candidate = candidate;
    }

    List<Objection> objections() {
        List<Objection> all = new ArrayList<>();
        all.addAll(candidate.each(1, this::authority));
        all.addAll(candidate.each(1, this::length));
        all.addAll(candidate.each(0, this::extensions));
        all.addAll(candidate.each(0, this::keyIdentifier));
        all.addAll(candidate.each(1, place -> names(place)));
        all.addAll(candidate.each(0, this::ownRules));
        return all;
    }

    private @Nullable Objection authority(int place) {
        CertificateFacts issuer = candidate.facts().get(place);
        boolean rootOfOld = candidate.isAnchor(place) && isAuthorityWithoutSayingSo(issuer);
        boolean signs = issuer.usages().allow(Usages.KEY_CERT_SIGN) || client == MBEDTLS2;
        return (issuer.authority() || rootOfOld) && signs
                ? null
                : new Objection(
                        Reason.ISSUER_IS_NO_AUTHORITY,
                        place,
                        "may not sign certificates (no CA:TRUE or no keyCertSign)");
    }

    /** Roots from before version 3 say nothing; of later ones most clients demand something. */
    private boolean isAuthorityWithoutSayingSo(CertificateFacts root) {
        boolean old = root.extensions().present().isEmpty();
        boolean silent = !root.extensions().hasBasicConstraints();
        return switch (client) {
            case GO, HELLOWIRE, JAVA17, JAVA -> old;
            case OPENSSL, CURL, DOTNET -> old || (silent && root.usages().key() != null);
            default -> silent;
        };
    }

    /** Those that name themselves as their issuer do not count, nor does the server's own. */
    private @Nullable Objection length(int place) {
        if (client.isJava() && candidate.isAnchor(place)) {
            return null;
        }
        Integer most = candidate.facts().get(place).extensions().pathLength();
        long between = candidate.facts().subList(1, place).stream()
                .filter(facts -> !facts.isSelfIssued())
                .count();
        return most == null || between <= most
                ? null
                : new Objection(
                        Reason.CHAIN_TOO_LONG,
                        place,
                        "allows " + most + " authorities below itself, and there are " + between);
    }

    private @Nullable Objection extensions(int place) {
        boolean itself = place == 0 && candidate.isAnchor(0);
        if ((client == GNUTLS && itself) || (client.isJava() && candidate.isAnchor(place))) {
            return null; // of what it trusts, this does not matter
        }
        for (String extension : candidate.facts().get(place).extensions().critical()) {
            boolean understood =
                    UNDERSTOOD.contains(extension) && !(MBEDTLS.contains(client) && extension.equals(NAME_CONSTRAINTS));
            if (!understood) {
                String name = extension.equals(NAME_CONSTRAINTS) ? "name constraints" : "extension " + extension;
                return new Objection(
                        Reason.UNKNOWN_EXTENSION,
                        place,
                        "critical " + name + ", which this client does not understand");
            }
        }
        return null;
    }

    private @Nullable Objection keyIdentifier(int place) {
        if (!COMPARE_KEY_IDENTIFIERS.contains(client)
                || place + 1 >= candidate.facts().size()) {
            return null;
        }
        String wanted = candidate.facts().get(place).extensions().keys().issuers();
        String present = candidate.facts().get(place + 1).extensions().keys().own();
        return wanted == null || present == null || wanted.equals(present)
                ? null
                : new Objection(
                        Reason.WRONG_KEY_NAMED,
                        place,
                        "its authority key identifier is that of another key than its issuer's");
    }

    private @Nullable Objection names(int place) {
        boolean overlooked = MBEDTLS.contains(client) || (client.isJava() && candidate.isAnchor(place));
        return overlooked ? null : new ConstraintRule(client, candidate).objection(place);
    }

    /** What one client alone demands. */
    private @Nullable Objection ownRules(int place) {
        CertificateFacts facts = candidate.facts().get(place);
        if (place > 0) {
            return null;
        }
        if (client == FIREFOX && facts.authority()) {
            return new Objection(
                    Reason.WRONG_USAGE, place, "an authority's certificate, CA:TRUE (expected: a server's)");
        }
        if (client == SAFARI && facts.selfSigned() && !facts.authority()) {
            return new Objection(
                    Reason.WRONG_USAGE,
                    place,
                    "iOS lets its user trust authorities only (expected: a certificate signed by an authority)");
        }
        return WANT_STAPLES.contains(client) && facts.extensions().present().contains(TLS_FEATURE)
                ? new Objection(
                        Reason.UNKNOWN_EXTENSION,
                        place,
                        "OCSP must-staple, and a private authority has nothing to staple")
                : null;
    }
}
