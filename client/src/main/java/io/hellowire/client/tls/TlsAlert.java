package io.hellowire.client.tls;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The alerts of TLS (RFC 8446 section 6.2 and its predecessors), with what they mean to a person. */
public enum TlsAlert {
    CLOSE_NOTIFY(0, "the server closed in order"),
    UNEXPECTED_MESSAGE(10, "the server did not expect our message at this point"),
    BAD_RECORD_MAC(20, "the server could not decrypt what we sent"),
    RECORD_OVERFLOW(22, "a record was too long for the server"),
    HANDSHAKE_FAILURE(40, "the server accepts nothing that we offer (version, cipher suite, group or signature)"),
    BAD_CERTIFICATE(42, "the server refuses our certificate"),
    UNSUPPORTED_CERTIFICATE(43, "the server does not support our kind of certificate"),
    CERTIFICATE_REVOKED(44, "the server says that our certificate is revoked"),
    CERTIFICATE_EXPIRED(45, "the server says that our certificate has expired"),
    CERTIFICATE_UNKNOWN(46, "the server refuses our certificate"),
    ILLEGAL_PARAMETER(47, "the server says that our message contradicts itself"),
    UNKNOWN_CA(48, "the server does not know the authority of our certificate"),
    ACCESS_DENIED(49, "the server knows our certificate and does not let us in"),
    DECODE_ERROR(50, "the server could not read our message"),
    DECRYPT_ERROR(51, "the server says that a signature or key of ours is wrong"),
    PROTOCOL_VERSION(70, "the server speaks none of the versions that we offer"),
    INSUFFICIENT_SECURITY(71, "the server wants stronger cipher suites than we offer"),
    INTERNAL_ERROR(80, "the server has a problem of its own"),
    INAPPROPRIATE_FALLBACK(86, "the server speaks a higher version than we asked for"),
    USER_CANCELED(90, "the server gave up"),
    NO_RENEGOTIATION(100, "the server does not renegotiate"),
    MISSING_EXTENSION(109, "the server misses an extension in our hello"),
    UNSUPPORTED_EXTENSION(110, "the server does not want an extension in our hello"),
    UNRECOGNIZED_NAME(112, "the server serves no host of this name"),
    BAD_CERTIFICATE_STATUS_RESPONSE(113, "the server refuses the status of our certificate"),
    UNKNOWN_PSK_IDENTITY(115, "the server does not know our key"),
    CERTIFICATE_REQUIRED(116, "the server demands a certificate from us"),
    NO_APPLICATION_PROTOCOL(120, "the server speaks none of the application protocols that we offer");

    private final int code;
    private final String words;

    TlsAlert(int code, String words) {
        this.code = code;
        this.words = words;
    }

    /** The number on the wire. */
    public int code() {
        return code;
    }

    /** What it means. */
    public String words() {
        return words;
    }

    /** Its name in the standard, {@code handshake_failure}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the server wants a client certificate, or another one. */
    boolean isAboutOurCertificate() {
        return switch (this) {
            case BAD_CERTIFICATE,
                    UNSUPPORTED_CERTIFICATE,
                    CERTIFICATE_REVOKED,
                    CERTIFICATE_EXPIRED,
                    CERTIFICATE_UNKNOWN,
                    UNKNOWN_CA,
                    ACCESS_DENIED,
                    CERTIFICATE_REQUIRED -> true;
            default -> false;
        };
    }

    static @Nullable TlsAlert ofCode(int code) {
        for (TlsAlert alert : values()) {
            if (alert.code == code) {
                return alert;
            }
        }
        return null;
    }

    /** The alert that made a library throw this, or {@code null} if it was something else. */
    public static @Nullable TlsAlert in(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            TlsAlert alert = ofMessage(cause.getMessage());
            if (alert != null) {
                return alert;
            }
        }
        return null;
    }

    /**
     * The alert that a library's message speaks of: {@code Received fatal alert: unknown_ca} (Java) or
     * {@code ...:TLSV1_ALERT_UNKNOWN_CA} (BoringSSL).
     */
    static @Nullable TlsAlert ofMessage(@Nullable String message) {
        if (message == null) {
            return null;
        }
        String lower = message.toLowerCase(Locale.ROOT).replace("tlsv1_unrecognized", "alert_unrecognized");
        TlsAlert longest = null;
        for (TlsAlert alert : values()) {
            boolean named = lower.contains("alert_" + alert.id()) || lower.contains("alert: " + alert.id());
            if (named && (longest == null || alert.id().length() > longest.id().length())) {
                longest = alert;
            }
        }
        return longest;
    }
}
