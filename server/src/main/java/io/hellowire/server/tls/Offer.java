package io.hellowire.server.tls;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a ClientHello offers, in the numbers of the IANA registry and without the values that mean nothing (RFC 8701).
 *
 * @param recordVersion what a record for this client may call itself
 * @param versions the versions of TLS
 * @param suites the cipher suites
 * @param groups the groups for the key exchange; {@code null} if it names none, and will take any
 * @param schemes the signatures that it can verify; {@code null} if it names none, which before TLS 1.3 means SHA-1
 * @param protocols the application protocols (ALPN)
 * @param smallRecords whether it asks for records smaller than usual (RFC 6066 section 4)
 */
record Offer(
        int recordVersion,
        List<Integer> versions,
        List<Integer> suites,
        @Nullable List<Integer> groups,
        @Nullable List<Integer> schemes,
        List<String> protocols,
        boolean smallRecords) {

    Offer {
        versions = List.copyOf(versions);
        suites = List.copyOf(suites);
        groups = groups == null ? null : List.copyOf(groups);
        schemes = schemes == null ? null : List.copyOf(schemes);
        protocols = List.copyOf(protocols);
    }
}
