package io.hellowire.client.exchange;

import java.util.Locale;
import java.util.Set;

/** The header fields that prove who we are: kept from other origins, and not shown unless asked for. */
final class SecretFields {

    private static final Set<String> NAMES = Set.of("authorization", "cookie", "proxy-authorization");

    private SecretFields() {}

    /** Whether a field of this name holds a secret. */
    static boolean holdsSecret(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    /** A header line as it may be shown. */
    static String withoutSecret(String line) {
        int colon = line.indexOf(':');
        return colon > 0 && holdsSecret(line.substring(0, colon))
                ? line.substring(0, colon) + ": (hidden; --show-secrets shows it)"
                : line;
    }
}
