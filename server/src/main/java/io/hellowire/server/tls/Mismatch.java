package io.hellowire.server.tls;

import io.hellowire.wire.tls.CipherSuites;
import io.hellowire.wire.tls.Groups;
import io.hellowire.wire.tls.Offer;
import io.hellowire.wire.tls.TlsVersion;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a client and one of our certificates do not come together, found out from what the client offered. The libraries
 * know it too and say it badly: to BoringSSL a client that knows RSA only has the wrong curve.
 *
 * @param stage how far they came
 * @param words what the client takes and what we have
 */
record Mismatch(Stage stage, String words) {

    /** What is agreed on, in this order. */
    enum Stage {
        VERSION,
        KEY,
        SUITE,
        GROUP
    }

    private static final int MOST_NAMES = 4;

    /** Compares them; {@code null} if they fit. */
    static @Nullable Mismatch between(Offer client, Ours ours) {
        TlsVersion version = common(client, ours);
        if (version == null) {
            return new Mismatch(
                    Stage.VERSION,
                    "the client speaks " + names(client.versions(), TlsVersion::nameOf) + ", we "
                            + ours.versions().stream().map(TlsVersion::word).collect(Collectors.joining(", ")));
        }
        return version == TlsVersion.TLS_1_3 ? ofTls13(client, ours) : ofOlder(client, ours, version);
    }

    private static @Nullable TlsVersion common(Offer client, Ours ours) {
        TlsVersion highest = null;
        for (TlsVersion version : ours.versions()) {
            if (client.versions().contains(version.code())) {
                highest = version;
            }
        }
        return highest;
    }

    private static @Nullable Mismatch ofTls13(Offer client, Ours ours) {
        if (!ours.key().isVerifiedBy(client.schemes(), true)) {
            return unverified(ours);
        }
        List<String> suites =
                offered(client).stream().filter(ours.suites()::contains).toList();
        if (suites.stream().noneMatch(CipherSuites::isOfTls13)) {
            return noSuite(client);
        }
        return client.groups() != null && Collections.disjoint(client.groups(), ours.groups()) ? noGroup(client) : null;
    }

    private static @Nullable Mismatch ofOlder(Offer client, Ours ours, TlsVersion version) {
        List<String> forKey =
                offered(client).stream().filter(ours.key()::isMeantBy).toList();
        if (forKey.isEmpty()) {
            return otherKey(client, ours);
        }
        List<String> suites = forKey.stream().filter(ours.suites()::contains).toList();
        if (suites.isEmpty()) {
            return noSuite(client);
        }
        boolean exchanges = suites.stream().noneMatch(suite -> suite.startsWith("TLS_RSA_WITH_"));
        List<Integer> groups = client.groups();
        if (groups != null && exchanges && Collections.disjoint(groups, ours.groups())) {
            return noGroup(client);
        }
        if (groups != null
                && ours.key().curve() != null
                && !groups.contains(ours.key().curve())) {
            return new Mismatch(Stage.KEY, "the client does not know the curve of our " + ours.key() + " key");
        }
        boolean verified = version != TlsVersion.TLS_1_2 || ours.key().isVerifiedBy(client.schemes(), false);
        return verified || !exchanges ? null : unverified(ours);
    }

    private static Mismatch otherKey(Offer client, Ours ours) {
        KeyKind other = ours.key().isRsa() ? KeyKind.P256 : KeyKind.RSA;
        boolean takesOther = offered(client).stream().anyMatch(other::isMeantBy);
        return takesOther
                ? new Mismatch(
                        Stage.KEY,
                        "the client takes certificates with " + (other.isRsa() ? "an RSA" : "an EC")
                                + " key only, ours has an " + ours.key()
                                + " key (a second --cert may have another)")
                : noSuite(client);
    }

    private static Mismatch unverified(Ours ours) {
        return new Mismatch(
                Stage.KEY,
                "the client verifies no " + ours.key() + " signatures, and our key makes no other"
                        + " (a second --cert may have another)");
    }

    private static Mismatch noSuite(Offer client) {
        List<String> offered = offered(client);
        boolean rsaOnly = offered.stream()
                .filter(suite -> suite.contains("_WITH_"))
                .allMatch(suite -> suite.startsWith("TLS_RSA_WITH_"));
        String why = rsaOnly && offered.stream().anyMatch(suite -> suite.contains("_WITH_AES_"))
                ? "the client knows key exchange with RSA only, without forward secrecy (--tls-profile legacy serves it)"
                : "no common cipher suite, the client offers " + names(client.suites(), CipherSuites::name);
        return new Mismatch(Stage.SUITE, why);
    }

    private static Mismatch noGroup(Offer client) {
        List<Integer> groups = client.groups() == null ? List.of() : client.groups();
        return new Mismatch(
                Stage.GROUP, "no common group for the key exchange, the client offers " + names(groups, Groups::name));
    }

    private static List<String> offered(Offer client) {
        return client.suiteNames();
    }

    private static String names(List<Integer> numbers, IntFunction<String> name) {
        String names = numbers.stream().limit(MOST_NAMES).map(name::apply).collect(Collectors.joining(", "));
        return numbers.size() > MOST_NAMES ? names + " and " + (numbers.size() - MOST_NAMES) + " more" : names;
    }
}
