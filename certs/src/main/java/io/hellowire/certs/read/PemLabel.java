package io.hellowire.certs.read;

import java.util.Set;
import java.util.stream.Stream;

/** The words that may stand in the label of a PEM block; whatever else stands there is not shown, for it may be a key. */
final class PemLabel {

    private static final Set<String> WORDS = Set.of(
            "ANY",
            "ATTRIBUTE",
            "BLOCK",
            "CERTIFICATE",
            "CMS",
            "COMMENT",
            "CRL",
            "DH",
            "DSA",
            "EC",
            "ED25519",
            "ENCRYPTED",
            "HASH",
            "KEY",
            "MESSAGE",
            "NEW",
            "OPENSSH",
            "OPENSSL",
            "OPENVPN",
            "PARAMETERS",
            "PGP",
            "PKCS",
            "#7",
            "PKCS7",
            "PRIVATE",
            "PUBLIC",
            "REQUEST",
            "RSA",
            "SESSION",
            "SIGNATURE",
            "SIGNED",
            "SSH2",
            "SSL",
            "STATIC",
            "TRUSTED",
            "V1",
            "X25519",
            "X509",
            "X942");

    private PemLabel() {}

    /** The label, or {@code "..."} if it is none of ours. */
    static String shown(String label) {
        return Stream.of(label.split(" ", -1)).allMatch(WORDS::contains) ? label : "...";
    }
}
