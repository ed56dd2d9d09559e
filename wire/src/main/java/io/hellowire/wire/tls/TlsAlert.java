package io.hellowire.wire.tls;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The alerts of TLS (RFC 8446 section 6 and its predecessors), with what they mean to a person at either end. */
public enum TlsAlert {
    CLOSE_NOTIFY(0, "the server closed in order", "it changed its mind"),
    UNEXPECTED_MESSAGE(10, "the server did not expect our message at this point"),
    BAD_RECORD_MAC(20, "the server could not decrypt what we sent"),
    DECRYPTION_FAILED(21, "the server could not decrypt what we sent"),
    RECORD_OVERFLOW(22, "a record was too long for the server"),
    DECOMPRESSION_FAILURE(30, "the server could not unpack what we sent"),
    HANDSHAKE_FAILURE(
            40,
            "the server accepts nothing that we offer (version, cipher suite, group or signature)",
            "it found nothing it would accept"),
    NO_CERTIFICATE(41, "the server shows no certificate"),
    BAD_CERTIFICATE(42, "the server refuses our certificate", "it does not accept our certificate"),
    UNSUPPORTED_CERTIFICATE(
            43, "the server does not support our kind of certificate", "it cannot handle this kind of certificate"),
    CERTIFICATE_REVOKED(44, "the server says that our certificate is revoked", "our certificate is revoked"),
    CERTIFICATE_EXPIRED(
            45,
            "the server says that our certificate has expired",
            "our certificate has expired, or one of the clocks is wrong"),
    CERTIFICATE_UNKNOWN(46, "the server refuses our certificate", "it does not accept our certificate"),
    ILLEGAL_PARAMETER(47, "the server says that our message contradicts itself"),
    UNKNOWN_CA(
            48,
            "the server does not know the authority of our certificate",
            "it does not trust the issuer of our certificate"),
    ACCESS_DENIED(49, "the server knows our certificate and does not let us in"),
    DECODE_ERROR(50, "the server could not read our message"),
    DECRYPT_ERROR(51, "the server says that a signature or key of ours is wrong"),
    PROTOCOL_VERSION(
            70, "the server speaks none of the versions that we offer", "it speaks no TLS version that we speak"),
    INSUFFICIENT_SECURITY(
            71, "the server wants stronger cipher suites than we offer", "it wants stronger cipher suites"),
    INTERNAL_ERROR(80, "the server has a problem of its own"),
    INAPPROPRIATE_FALLBACK(86, "the server speaks a higher version than we asked for"),
    USER_CANCELED(90, "the server gave up", "its user cancelled"),
    NO_RENEGOTIATION(100, "the server does not renegotiate"),
    MISSING_EXTENSION(109, "the server misses an extension in our hello"),
    UNSUPPORTED_EXTENSION(110, "the server does not want an extension in our hello"),
    CERTIFICATE_UNOBTAINABLE(111, "the server could not fetch our certificate"),
    UNRECOGNIZED_NAME(112, "the server serves no host of this name"),
    BAD_CERTIFICATE_STATUS_RESPONSE(113, "the server refuses the status of our certificate"),
    BAD_CERTIFICATE_HASH_VALUE(114, "the server found another certificate than we named"),
    UNKNOWN_PSK_IDENTITY(115, "the server does not know our key"),
    CERTIFICATE_REQUIRED(116, "the server requires a client certificate", "a certificate is required"),
    NO_APPLICATION_PROTOCOL(
            120, "the server speaks none of the application protocols that we offer", "no common application protocol");

    /** {@code Received fatal alert: unknown_ca} (Java) or {@code ...:TLSV1_ALERT_UNKNOWN_CA} (BoringSSL). */
    private static final Pattern IN_MESSAGE =
            Pattern.compile("(?:\\b(?:SSLV3|TLSV13?)_(?:ALERT_)?|fatal alert: )(\\w+)");

    private final int code;
    private final String fromServer;
    private final @Nullable String fromClient;

    TlsAlert(int code, String fromServer) {
        this(code, fromServer, null);
    }

    TlsAlert(int code, String fromServer, @Nullable String fromClient) {
        this.code = code;
        this.fromServer = fromServer;
        this.fromClient = fromClient;
    }

    /** The number on the wire. */
    public int code() {
        return code;
    }

    /** Its name in the standard, {@code handshake_failure}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it means when a server sends it. */
    public String fromServer() {
        return fromServer;
    }

    /**
     * What it means when a client sends the alert of this number, such as {@code unknown_ca(48): it does not trust the
     * issuer of our certificate}.
     */
    public static String fromClient(int code) {
        TlsAlert alert = ofCode(code);
        String both = (alert == null ? "alert" : alert.id()) + "(" + code + ")";
        return alert == null || alert.fromClient == null ? both : both + ": " + alert.fromClient;
    }

    /** The alert of this number, {@code null} if there is none. */
    public static @Nullable TlsAlert ofCode(int code) {
        return Arrays.stream(values())
                .filter(alert -> alert.code == code)
                .findFirst()
                .orElse(null);
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

    /** The alert that a library's message speaks of, or {@code null} if it is about something else. */
    public static @Nullable TlsAlert ofMessage(@Nullable String message) {
        Matcher matcher = IN_MESSAGE.matcher(String.valueOf(message));
        String name = matcher.find() ? matcher.group(1).replace("CANCELLED", "CANCELED") : "";
        return Arrays.stream(values())
                .filter(alert -> alert.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }
}
