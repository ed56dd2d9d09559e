package io.hellowire.client.tls;

import io.hellowire.wire.text.Printable;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Certificates that Java cannot read, such as those with an empty issuer. BoringSSL hands them on unread, so that the fetch
 * can go on without trust; nothing is said of what is in them.
 */
final class Unreadable {

    private static final String FIX = "make one as RFC 5280 says; openssl x509 -text shows what is in this one";

    private Unreadable() {}

    /** Why one of them cannot be read, safe to print; {@code null} if all can. */
    static @Nullable String reason(List<X509Certificate> certificates) {
        try {
            certificates.forEach(X509Certificate::getSerialNumber);
            return null;
        } catch (IllegalStateException e) { // Netty's certificates are read at the first question
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return Printable.ofText(String.valueOf(cause.getMessage()));
        }
    }

    static PeerVerdict verdict(
            List<X509Certificate> received, String name, String reason, TlsOptions options, TrustedRoots roots) {
        Finding trust = new Finding("not_readable", "Java cannot read the certificate: " + reason, FIX);
        Finding unnamed =
                new Finding("name_unknown", "nobody can tell whether it is for " + Printable.ofText(name), FIX);
        Finding pin = options.server().pins().isEmpty()
                ? null
                : new Finding("pin_mismatch", "the server's key cannot be read, and so is not a pinned one", FIX);
        return new PeerVerdict(
                received,
                List.of(),
                new PeerVerdict.Trust(List.of(trust), roots.words()),
                new NameCheck(name, null, unnamed),
                pin,
                List.of(),
                options.isEnforced());
    }
}
