package io.hellowire.server.tls;

import io.hellowire.wire.text.Printable;
import io.hellowire.wire.tls.TlsAlert;
import io.netty.handler.ssl.NotSslRecordException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says in words why a handshake failed, whichever TLS library noticed. */
final class HandshakeFailure {

    /** What BoringSSL says, such as {@code error:100000b8:SSL routines:OPENSSL_internal:NO_SHARED_CIPHER}. */
    private static final Pattern BORINGSSL = Pattern.compile("error:[0-9a-f]+:[^:]*:[^:]*:([A-Z0-9_]+)");

    /** The alert that newer JDKs name before what they say, as in {@code (handshake_failure) no cipher suites in common}. */
    private static final Pattern JDK_PREFIX = Pattern.compile("^\\([a-z_]+\\) ");

    private static final String NO_CERTIFICATE = "the client presented no certificate, which is required";
    private static final String NO_SUITE = "no common cipher suite";

    private static final Map<String, String> WORDS = Map.of(
            "PEER_DID_NOT_RETURN_A_CERTIFICATE", NO_CERTIFICATE,
            "Empty client certificate chain", NO_CERTIFICATE,
            "Empty server certificate chain", NO_CERTIFICATE,
            "NO_SHARED_CIPHER", NO_SUITE,
            "no cipher suites in common", NO_SUITE,
            "BAD_DECRYPT", "what the client sent does not decrypt",
            "DECRYPTION_FAILED_OR_BAD_RECORD_MAC", "what the client sent does not decrypt",
            "BAD_SIGNATURE", "a signature of the client is wrong");

    private HandshakeFailure() {}

    /**
     * @param alert the number of what the client said in the clear, {@code null} if nothing; it knows best
     * @param mismatch why it could not succeed, {@code null} if nothing was known against it
     */
    static String reason(Throwable cause, @Nullable Integer alert, @Nullable String mismatch) {
        if (alert != null) {
            return sent(alert);
        }
        for (Throwable each = cause; each != null; each = each.getCause()) {
            String reason = ofKind(each);
            if (reason != null) {
                return reason;
            }
        }
        String message = String.valueOf(cause.getMessage());
        TlsAlert spoken = TlsAlert.ofMessage(message);
        if (spoken != null) {
            return sent(spoken.code());
        }
        return mismatch == null ? ofLibrary(message) : mismatch;
    }

    private static @Nullable String ofKind(Throwable thrown) {
        if (thrown instanceof NotSslRecordException) {
            return "what came is not TLS";
        }
        if (thrown instanceof ClosedChannelException) {
            return "the client closed the connection before it was finished";
        }
        if (thrown instanceof CertificateException) {
            return "the client's certificate is not accepted: " + Printable.ofText(innermost(thrown));
        }
        boolean network = thrown instanceof IOException && !(thrown instanceof SSLException);
        return network ? "the client broke off the connection before it was finished" : null;
    }

    private static String innermost(Throwable thrown) {
        Throwable last = thrown;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return String.valueOf(last.getMessage());
    }

    /** In our words where we have some, else in its own, with the numbers and names around them left out. */
    private static String ofLibrary(String said) {
        String message = JDK_PREFIX.matcher(said).replaceFirst("");
        Matcher boringSsl = BORINGSSL.matcher(message);
        String code = boringSsl.find() ? boringSsl.group(1) : message;
        String ours = WORDS.get(code);
        if (ours != null) {
            return ours;
        }
        if (!code.equals(message)) {
            return code.toLowerCase(Locale.ROOT).replace('_', ' ');
        }
        return message.startsWith("error:")
                ? "what the client sent ended it, and the TLS library does not say why"
                : Printable.ofText(message);
    }

    private static String sent(int alert) {
        return "the client sent alert " + TlsAlert.fromClient(alert);
    }
}
