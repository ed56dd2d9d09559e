package io.hellowire.server.tls;

import io.hellowire.wire.tls.CipherSuites;
import io.hellowire.wire.tls.TlsVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * What we agree to in a handshake.
 *
 * @param lowest the lowest version of TLS that we speak
 * @param highest the highest one
 * @param suites the cipher suites by their names in the IANA registry, our favourite first; never empty
 */
public record TlsTerms(TlsVersion lowest, TlsVersion highest, List<String> suites) {

    private static final List<String> OF_TLS_1_3 =
            List.of("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256");

    private static final List<String> WITH_AEAD = List.of(
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    /** For those who have no other, such as Mbed TLS on devices of some years ago; nobody else gets one of these. */
    private static final List<String> WITH_CBC = List.of(
            "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA",
            "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
            "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA",
            "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA",
            "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384");

    /** Whoever steals the key can read what was recorded before. */
    private static final List<String> WITHOUT_FORWARD_SECRECY = List.of(
            "TLS_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_RSA_WITH_AES_128_CBC_SHA",
            "TLS_RSA_WITH_AES_256_CBC_SHA",
            "TLS_RSA_WITH_AES_128_CBC_SHA256",
            "TLS_RSA_WITH_AES_256_CBC_SHA256");

    public TlsTerms {
        suites = List.copyOf(suites);
        if (lowest.compareTo(highest) > 0) {
            throw new IllegalArgumentException("--tls-max: " + highest.number() + " (expected: " + lowest.number()
                    + " or higher, as --tls-min says)");
        }
        for (String suite : suites) {
            if (CipherSuites.number(suite) == null) {
                throw new IllegalArgumentException("--ciphers: " + suite
                        + " (expected: names of the IANA registry, such as TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256)");
            }
        }
    }

    /** Forward secrecy and TLS 1.2 at least, for everybody. */
    public static TlsTerms modern() {
        return new TlsTerms(TlsVersion.TLS_1_2, TlsVersion.TLS_1_3, all(OF_TLS_1_3, WITH_AEAD, WITH_CBC));
    }

    /** All that the oldest devices speak: TLS 1.0 and 1.1, and key exchange with RSA alone. */
    public static TlsTerms legacy() {
        return new TlsTerms(
                TlsVersion.TLS_1_0, TlsVersion.TLS_1_3, all(OF_TLS_1_3, WITH_AEAD, WITH_CBC, WITHOUT_FORWARD_SECRECY));
    }

    @SafeVarargs
    private static List<String> all(List<String>... parts) {
        List<String> all = new ArrayList<>();
        for (List<String> part : parts) {
            all.addAll(part);
        }
        return all;
    }

    /** The versions, the lowest first. */
    List<TlsVersion> versions() {
        return TlsVersion.between(lowest, highest);
    }

    /** Whether it lets in what others have given up. */
    boolean isLegacy() {
        return lowest.compareTo(TlsVersion.TLS_1_2) < 0 || suites.stream().anyMatch(WITHOUT_FORWARD_SECRECY::contains);
    }
}
