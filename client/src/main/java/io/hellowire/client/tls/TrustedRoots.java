package io.hellowire.client.tls;

import io.hellowire.client.step.StepException;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Whom to trust.
 *
 * @param certificates the roots, or single certificates that are believed as they are
 * @param source where they come from, for people: {@code ca.pem}, {@code this Java}
 */
public record TrustedRoots(List<X509Certificate> certificates, String source) {

    public TrustedRoots {
        certificates = List.copyOf(certificates);
    }

    /** How many there are and where they come from. */
    public String words() {
        return certificates.size() + (certificates.size() == 1 ? " root of " : " roots of ") + source;
    }

    /** Where roots are read from, once TLS is needed. */
    @FunctionalInterface
    public interface Store {

        /**
         * Reads them.
         *
         * @throws StepException if they cannot be read
         */
        TrustedRoots load() throws StepException;
    }
}
