package io.hellowire.server.tls;

import io.hellowire.wire.tls.TlsVersion;
import java.util.List;
import java.util.Set;

/**
 * What one certificate of ours can do for a client, with one TLS library.
 *
 * @param key the kind of its key
 * @param versions the versions of TLS that we speak
 * @param suites the cipher suites that are enabled, by their names in the IANA registry
 * @param groups the groups for the key exchange, by number
 */
record Ours(KeyKind key, List<TlsVersion> versions, List<String> suites, Set<Integer> groups) {

    Ours {
        versions = List.copyOf(versions);
        suites = List.copyOf(suites);
        groups = Set.copyOf(groups);
    }
}
