package io.hellowire.client.tls;

import io.hellowire.certs.read.UnreadableException;
import io.hellowire.wire.text.Printable;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Certificates that neither Java nor Bouncy Castle can read. BoringSSL hands them on unread, so that the fetch can go on
 * without trust; nothing is said of what is in them.
 */
final class Unreadable {

    private static final String FIX = "make one as RFC 5280 says; openssl x509 -text shows what is in this one";

    private Unreadable() {}

    static PeerVerdict verdict(
            List<X509Certificate> received,
            String name,
            UnreadableException why,
            TlsOptions options,
            TrustedRoots roots) {
        Finding trust = new Finding("not_readable", "nobody here can read " + Printable.ofText(why.found()), FIX);
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
