package io.hellowire.server.tls;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kinds of key that a certificate may have, and what a client must know to take one. */
@SuppressWarnings("ImmutableEnumChecker") // lists that List.of has made never change
enum KeyKind {
    RSA("RSA", "RSA", null, List.of(0x0804, 0x0805, 0x0806), List.of(0x0201, 0x0301, 0x0401, 0x0501, 0x0601)),
    RSA_PSS("RSA-PSS", "RSA", null, List.of(0x0809, 0x080A, 0x080B), List.of()),
    P256("EC P-256", "ECDSA", 0x0017, List.of(0x0403), List.of(0x0203, 0x0303, 0x0503, 0x0603)),
    P384("EC P-384", "ECDSA", 0x0018, List.of(0x0503), List.of(0x0203, 0x0303, 0x0403, 0x0603)),
    P521("EC P-521", "ECDSA", 0x0019, List.of(0x0603), List.of(0x0203, 0x0303, 0x0403, 0x0503)),
    ED25519("Ed25519", "ECDSA", null, List.of(0x0807), List.of()),
    ED448("Ed448", "ECDSA", null, List.of(0x0808), List.of());

    private static final int SHA1_RSA = 0x0201;
    private static final int SHA1_ECDSA = 0x0203;

    private final String words;
    private final String inSuites;
    private final @Nullable Integer curve;
    private final List<Integer> schemes;
    private final List<Integer> olderSchemes;

    KeyKind(String words, String inSuites, @Nullable Integer curve, List<Integer> schemes, List<Integer> olderSchemes) {
        this.words = words;
        this.inSuites = inSuites;
        this.curve = curve;
        this.schemes = schemes;
        this.olderSchemes = olderSchemes;
    }

    static KeyKind of(PublicKey key) {
        if (key instanceof EdECPublicKey ed) {
            return ed.getParams().getName().equals("Ed448") ? ED448 : ED25519;
        }
        if (key instanceof ECPublicKey ec) {
            return switch (ec.getParams().getCurve().getField().getFieldSize()) {
                case 384 -> P384;
                case 521 -> P521;
                default -> P256;
            };
        }
        return key.getAlgorithm().equals("RSASSA-PSS") ? RSA_PSS : RSA;
    }

    /** Whether BoringSSL can sign with it; the JDK can with all. */
    boolean isServedByBoringSsl() {
        return this != RSA_PSS && this != ED448;
    }

    /** Whether it is slow to sign with. */
    boolean isRsa() {
        return inSuites.equals("RSA");
    }

    /** Whether a cipher suite of TLS 1.2 or older is for certificates of this kind. */
    boolean isMeantBy(String suite) {
        return isRsa()
                ? suite.contains("_RSA_WITH_") && (this == RSA || !suite.startsWith("TLS_RSA_WITH_"))
                : suite.contains("_ECDHE_ECDSA_WITH_");
    }

    /** The group that a client of TLS 1.2 or older must know for the key itself, {@code null} for none (RFC 8422 5.1). */
    @Nullable
    Integer curve() {
        return curve;
    }

    /**
     * Whether a client verifies what this key signs.
     *
     * @param known what it says that it can verify, {@code null} if it says nothing
     */
    boolean isVerifiedBy(@Nullable List<Integer> known, boolean byTls13) {
        if (known == null) {
            return !byTls13 && (olderSchemes.contains(SHA1_RSA) || olderSchemes.contains(SHA1_ECDSA));
        }
        return !Collections.disjoint(known, schemes) || (!byTls13 && !Collections.disjoint(known, olderSchemes));
    }

    /** Such as {@code EC P-256}. */
    @Override
    public String toString() {
        return words;
    }
}
