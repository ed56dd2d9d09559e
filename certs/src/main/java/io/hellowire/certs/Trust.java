package io.hellowire.certs;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Whom we trust. For Netty: {@code SslContextBuilder.forClient().trustManager(trust.roots())}.
 *
 * @param roots the certificates that end a chain, in the order read, each once; never empty
 * @param warnings what its user should know, one line each, file first; often empty
 */
public record Trust(List<X509Certificate> roots, List<String> warnings) {

    public Trust {
        roots = List.copyOf(roots);
        warnings = List.copyOf(warnings);
        if (roots.isEmpty()) {
            throw new IllegalArgumentException("roots: empty (expected: at least one certificate)");
        }
    }
}
