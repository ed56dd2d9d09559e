package io.hellowire.client.tls;

import io.hellowire.certs.inspect.TrustPath;
import io.hellowire.wire.text.Printable;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The Java platform's own validation of a way to trust (RFC 5280 section 6), which must be content besides our rules. */
final class Validation {

    private Validation() {}

    /** What Java objects to; {@code null} if nothing, also when the server's certificate is itself the trusted one. */
    static @Nullable Finding objection(TrustPath path, Instant now) {
        int last = path.certificates().size() - 1;
        if (!path.isTrusted() || last == 0) {
            return null;
        }
        try {
            List<X509Certificate> below = path.certificates().subList(0, last);
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(path.last(), null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(below), parameters);
            return null;
        } catch (GeneralSecurityException e) {
            return new Finding(
                    "not_trusted",
                    "not trusted: " + Printable.ofText(String.valueOf(e.getMessage())),
                    "inspect the chain with --show-certs, or continue anyway with -k");
        }
    }
}
