package io.hellowire.certs.inspect;

import static io.hellowire.certs.inspect.ClientKind.CHROME;
import static io.hellowire.certs.inspect.ClientKind.GO;
import static io.hellowire.certs.inspect.ClientKind.JAVA;
import static io.hellowire.certs.inspect.ClientKind.JAVA17;
import static io.hellowire.certs.inspect.ClientKind.MBEDTLS2;
import static io.hellowire.certs.inspect.ClientKind.MBEDTLS3;
import static io.hellowire.certs.inspect.ClientKind.SAFARI;

import io.hellowire.certs.inspect.Objection.Reason;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each client demands of the key usage and the extended key usage (RFC 5280 sections 4.2.1.3 and 4.2.1.12). */
final class UsageRules {

    private static final Set<ClientKind> TAKE_ANY_PURPOSE = EnumSet.of(
            CHROME, ClientKind.ANDROID, ClientKind.GNUTLS, GO, JAVA17, JAVA, MBEDTLS2, MBEDTLS3, ClientKind.HELLOWIRE);

    private static final Set<ClientKind> TAKE_ANY_PURPOSE_OF_AUTHORITIES =
            EnumSet.complementOf(EnumSet.of(ClientKind.CURL, ClientKind.OPENSSL, ClientKind.DOTNET, ClientKind.GNUTLS));

    /** Those that look at the purposes of the server's certificate only, not at those of the authorities above it. */
    private static final Set<ClientKind> OVERLOOK_PURPOSES_OF_AUTHORITIES =
            EnumSet.of(JAVA17, JAVA, MBEDTLS2, MBEDTLS3);

    private final ClientKind client;
    private final Candidate candidate;

    UsageRules(ClientKind client, Candidate candidate) {
        this.client = client;
        this.candidate = candidate;
    }

    List<Objection> objections() {
        List<Objection> all = new ArrayList<>();
        String usage = keyUsage();
        if (usage != null) {
            all.add(new Objection(Reason.NO_SIGNATURE, 0, usage));
        }
        all.addAll(candidate.each(0, this::purpose));
        return all;
    }

    /** Java does not look at the usages of a certificate that is itself the trusted one. */
    private boolean isOverlooked(int place) {
        boolean itself = candidate.isAnchor(0) || candidate.leaf().selfSigned();
        return client.isJava() && place == 0 && itself;
    }

    private @Nullable String keyUsage() {
        Usages leaf = candidate.leaf().usages();
        boolean canSign = leaf.allow(Usages.DIGITAL_SIGNATURE);
        if (canSign || isOverlooked(0)) {
            return null;
        }
        return switch (client) {
            case GO, SAFARI -> null;
            case CURL, OPENSSL, FIREFOX, DOTNET ->
                leaf.allow(Usages.KEY_ENCIPHERMENT) || leaf.allow(Usages.KEY_AGREEMENT)
                        ? null
                        : "key usage for no kind of TLS (expected: digitalSignature)";
            default -> "key usage without digitalSignature";
        };
    }

    private @Nullable Objection purpose(int place) {
        boolean root = place > 0 && candidate.isAnchor(place);
        if (isOverlooked(place)
                || (root && client == ClientKind.GNUTLS)
                || (place > 0 && OVERLOOK_PURPOSES_OF_AUTHORITIES.contains(client))) {
            return null;
        }
        List<String> purposes = candidate.facts().get(place).usages().purposes();
        if (purposes == null) {
            return client == SAFARI && place == 0
                    ? wrongUsage(place, "no extended key usage (expected: serverAuth)")
                    : null;
        }
        boolean any = purposes.contains(Usages.ANY)
                && (place == 0 ? TAKE_ANY_PURPOSE : TAKE_ANY_PURPOSE_OF_AUTHORITIES).contains(client);
        return any || purposes.contains(Usages.SERVER_AUTH)
                ? null
                : wrongUsage(
                        place,
                        "extended key usage for " + String.join(", ", purposes) + " only (expected: serverAuth)");
    }

    private static Objection wrongUsage(int place, String words) {
        return new Objection(Reason.WRONG_USAGE, place, words);
    }
}
