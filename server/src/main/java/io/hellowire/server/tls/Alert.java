package io.hellowire.server.tls;

import java.util.Map;

/**
 * A TLS alert, RFC 8446 section 6.
 *
 * @param name its name in the standard, {@code alert} for one that has none
 * @param code its number
 * @param words what it tells people; empty if the name says it all
 */
record Alert(String name, int code, String words) {

    private static final Map<Integer, Alert> KNOWN = Map.ofEntries(
            known("close_notify", 0, "it changed its mind"),
            known("unexpected_message", 10, ""),
            known("bad_record_mac", 20, ""),
            known("record_overflow", 22, ""),
            known("handshake_failure", 40, "it found nothing it would accept"),
            known("bad_certificate", 42, "it does not accept our certificate"),
            known("unsupported_certificate", 43, "it cannot handle this kind of certificate"),
            known("certificate_revoked", 44, "our certificate is revoked"),
            known("certificate_expired", 45, "our certificate has expired, or one of the clocks is wrong"),
            known("certificate_unknown", 46, "it does not accept our certificate"),
            known("illegal_parameter", 47, ""),
            known("unknown_ca", 48, "it does not trust the issuer of our certificate"),
            known("access_denied", 49, ""),
            known("decode_error", 50, ""),
            known("decrypt_error", 51, ""),
            known("protocol_version", 70, "it speaks no TLS version that we speak"),
            known("insufficient_security", 71, "it wants stronger cipher suites"),
            known("internal_error", 80, ""),
            known("inappropriate_fallback", 86, ""),
            known("user_canceled", 90, "its user cancelled"),
            known("no_renegotiation", 100, ""),
            known("missing_extension", 109, ""),
            known("unsupported_extension", 110, ""),
            known("unrecognized_name", 112, ""),
            known("certificate_required", 116, "a certificate is required"),
            known("no_application_protocol", 120, "no common application protocol"));

    static Alert of(int code) {
        return KNOWN.getOrDefault(code, new Alert("alert", code, ""));
    }

    /** The known alert of this name, in any case. */
    static java.util.Optional<Alert> named(String name) {
        return KNOWN.values().stream()
                .filter(alert -> alert.name.equalsIgnoreCase(name))
                .findFirst();
    }

    private static Map.Entry<Integer, Alert> known(String name, int code, String words) {
        return Map.entry(code, new Alert(name, code, words));
    }

    /** Such as {@code unknown_ca(48): it does not trust the issuer of our certificate}. */
    @Override
    public String toString() {
        String both = name + "(" + code + ")";
        return words.isEmpty() ? both : both + ": " + words;
    }
}
