package io.hellowire.certs.inspect;

import static io.hellowire.certs.inspect.ClientKind.ANDROID;
import static io.hellowire.certs.inspect.ClientKind.CHROME;
import static io.hellowire.certs.inspect.ClientKind.CURL;
import static io.hellowire.certs.inspect.ClientKind.DOTNET;
import static io.hellowire.certs.inspect.ClientKind.GNUTLS;
import static io.hellowire.certs.inspect.ClientKind.GO;
import static io.hellowire.certs.inspect.ClientKind.HELLOWIRE;
import static io.hellowire.certs.inspect.ClientKind.JAVA;
import static io.hellowire.certs.inspect.ClientKind.JAVA17;
import static io.hellowire.certs.inspect.ClientKind.MBEDTLS2;
import static io.hellowire.certs.inspect.ClientKind.MBEDTLS3;
import static io.hellowire.certs.inspect.ClientKind.OPENSSL;
import static io.hellowire.certs.inspect.ClientKind.SAFARI;

import io.hellowire.certs.inspect.Objection.Reason;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which keys and signatures each client knows and finds strong enough. */
final class SignatureRules {

    /** Keys other than RSA, and who knows them; a kind that is not here is known to nobody. */
    private static final Map<String, Set<ClientKind>> KNOWN = Map.of(
            "EC P-256", EnumSet.allOf(ClientKind.class),
            "EC P-384", EnumSet.allOf(ClientKind.class),
            "EC P-521", EnumSet.complementOf(EnumSet.of(CHROME, ANDROID)),
            "EC P-224", EnumSet.of(MBEDTLS2),
            "Ed25519", EnumSet.of(CURL, OPENSSL, GNUTLS, GO, JAVA17, JAVA, HELLOWIRE),
            "Ed448", EnumSet.of(CURL, OPENSSL, GNUTLS, JAVA17, JAVA, HELLOWIRE),
            "RSA-PSS", EnumSet.of(CURL, OPENSSL, GNUTLS, JAVA17, JAVA, HELLOWIRE));

    private static final String EXPLICIT_CURVE = "EC explicit parameters";
    private static final int STRONG_RSA_BITS = 2048;
    private static final int WEAK_RSA_BITS = 1024;
    /** OpenSSL's security level 2 is the default of Debian, Ubuntu and of OpenSSL since 3.2. */
    private static final Set<ClientKind> DEMAND_STRONG_RSA =
            EnumSet.of(SAFARI, CURL, OPENSSL, DOTNET, MBEDTLS2, MBEDTLS3, HELLOWIRE);

    /** Java does in TLS 1.2 still; since 25 not in TLS 1.3, which has no signature scheme with it. */
    private static final Set<ClientKind> KNOW_SHA_224 =
            EnumSet.of(CURL, OPENSSL, GNUTLS, JAVA17, DOTNET, MBEDTLS2, HELLOWIRE);

    private final ClientKind client;
    private final Candidate candidate;

    SignatureRules(ClientKind client, Candidate candidate) {
        this.client = client;
        this.candidate = candidate;
    }

    List<Objection> objections() {
        List<Objection> all = new ArrayList<>();
        all.addAll(candidate.each(0, this::key));
        all.addAll(candidate.each(0, this::signature));
        return all;
    }

    private @Nullable Objection key(int place) {
        KeyFacts key = candidate.facts().get(place).key();
        if (key.isRsa()) {
            int smallest = DEMAND_STRONG_RSA.contains(client) ? STRONG_RSA_BITS : WEAK_RSA_BITS;
            return key.bits() < smallest
                    ? weakKey(place, "an " + key + " key (expected: " + smallest + " bits)")
                    : null;
        }
        String kind = key.kind().equals("EC") ? key.toString() : key.kind();
        if (kind.equals(EXPLICIT_CURVE)) {
            return explicitCurve(place);
        }
        if (place > 0 && kind.equals("EC P-521")) {
            return null; // those who do not know it in a handshake do in a chain
        }
        return KNOWN.getOrDefault(kind, Set.of()).contains(client)
                ? null
                : weakKey(place, "an " + key + " key, which it does not know");
    }

    /** OpenSSL looks at this in a chain, and not at a single certificate that is trusted. */
    private @Nullable Objection explicitCurve(int place) {
        boolean overlooked =
                (client == CURL || client == OPENSSL) && candidate.facts().size() == 1;
        return overlooked
                ? null
                : weakKey(place, "an EC key with its curve written out (expected: a named curve, such as P-256)");
    }

    private static Objection weakKey(int place, String words) {
        return new Objection(Reason.WEAK_KEY, place, words);
    }

    /** The signature of a trusted certificate proves nothing and is not looked at, by most. */
    private @Nullable Objection signature(int place) {
        String signature = candidate.facts().get(place).issuer().signature();
        if (isOverlooked(place) || isKnown(signature)) {
            return null;
        }
        return new Objection(
                Reason.WEAK_SIGNATURE, place, "signed with " + signature + " (expected: SHA-256 or better)");
    }

    private boolean isOverlooked(int place) {
        boolean root = candidate.isAnchor(place) || candidate.facts().get(place).selfSigned();
        return switch (client) {
            case JAVA17, JAVA ->
                root && !candidate.facts().get(place).issuer().signature().startsWith("MD5");
            case MBEDTLS2, MBEDTLS3 -> root && place > 0;
            default -> root;
        };
    }

    private boolean isKnown(String signature) {
        if (signature.startsWith("MD")) {
            return false;
        }
        if (signature.startsWith("SHA1")) {
            return client.isJava();
        }
        return !signature.startsWith("SHA224") || KNOW_SHA_224.contains(client);
    }
}
