package io.hellowire.server.tls;

import io.hellowire.wire.Printable;
import io.netty.handler.ssl.NotSslRecordException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says in words why a handshake failed, whichever TLS library noticed. */
final class HandshakeFailure {

    /** What BoringSSL says, such as {@code error:100000b8:SSL routines:OPENSSL_internal:NO_SHARED_CIPHER}. */
    private static final Pattern BORINGSSL = Pattern.compile("error:[0-9a-f]+:[^:]*:[^:]*:([A-Z0-9_]+)");

    private static final Pattern BORINGSSL_ALERT = Pattern.compile("(?:SSLV3|TLSV1)_ALERT_([A-Z_]+)");
    private static final Pattern JDK_ALERT = Pattern.compile("Received fatal alert: ([a-z_]+)");

    private HandshakeFailure() {}

    /** @param alert what the client said in the clear, {@code null} if nothing; it knows best */
    static String reason(Throwable cause, @Nullable Alert alert) {
        if (alert != null) {
            return sent(alert.toString());
        }
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof NotSslRecordException) {
                return "what came is not TLS";
            }
            if (each instanceof ClosedChannelException) {
                return "the client closed the connection before it was finished";
            }
            if (each instanceof CertificateException) {
                return "the client's certificate is not accepted: " + Printable.ofText(innermost(each));
            }
        }
        return ofMessage(String.valueOf(cause.getMessage()));
    }

    private static String innermost(Throwable thrown) {
        Throwable last = thrown;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return String.valueOf(last.getMessage());
    }

    private static String ofMessage(String message) {
        Matcher jdk = JDK_ALERT.matcher(message);
        if (jdk.find()) {
            return sent(alertNamed(jdk.group(1)));
        }
        Matcher boringSsl = BORINGSSL.matcher(message);
        if (!boringSsl.find()) {
            return Printable.ofText(message);
        }
        String code = boringSsl.group(1);
        Matcher alert = BORINGSSL_ALERT.matcher(code);
        return alert.matches() ? sent(alertNamed(alert.group(1))) : inWords(code);
    }

    private static String sent(String alert) {
        return "the client sent alert " + alert;
    }

    private static String alertNamed(String name) {
        return Alert.named(name).map(Alert::toString).orElseGet(() -> name.toLowerCase(Locale.ROOT));
    }

    private static String inWords(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
