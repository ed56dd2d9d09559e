package io.hellowire.wire.tls;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a ClientHello offers, in the numbers of the IANA registry and without the values that mean nothing (RFC 8701).
 *
 * @param legacyVersion the highest version for servers before TLS 1.3, and what a record for this client may call itself
 * @param listed the versions of TLS in its list, its favourite first; empty if it has no list
 * @param suites the cipher suites, its favourite first
 * @param groups the groups for the key exchange; {@code null} if it names none, and will take any
 * @param schemes the signatures that it can verify; {@code null} if it names none, which before TLS 1.3 means SHA-1
 * @param protocols the application protocols (ALPN), its favourite first, each as sent; often empty
 * @param smallRecords whether it asks for records smaller than usual (RFC 6066 section 4)
 */
public record Offer(
        int legacyVersion,
        List<Integer> listed,
        List<Integer> suites,
        @Nullable List<Integer> groups,
        @Nullable List<Integer> schemes,
        List<String> protocols,
        boolean smallRecords) {

    public Offer {
        listed = List.copyOf(listed);
        suites = List.copyOf(suites);
        groups = groups == null ? null : List.copyOf(groups);
        schemes = schemes == null ? null : List.copyOf(schemes);
        protocols = List.copyOf(protocols);
    }

    /** The versions it speaks: where there is no list, the one that it names and all that came before. */
    public List<Integer> versions() {
        return listed.isEmpty()
                ? IntStream.rangeClosed(TlsVersion.TLS_1_0.code(), legacyVersion)
                        .boxed()
                        .toList()
                : listed;
    }

    /** The names of the versions that it names itself. */
    public List<String> versionNames() {
        return (listed.isEmpty() ? List.of(legacyVersion) : listed)
                .stream().map(TlsVersion::nameOf).toList();
    }

    /** The names of its cipher suites. */
    public List<String> suiteNames() {
        return suites.stream().map(CipherSuites::name).toList();
    }
}
