package io.hellowire.client.report;

import io.hellowire.client.exchange.Request;
import io.hellowire.client.url.Host;
import io.hellowire.client.url.Scheme;
import io.hellowire.client.url.Target;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a program in another language has to do.
 *
 * @param target what to fetch
 * @param request what to send, byte for byte
 * @param verified whether the certificate must be good
 * @param caFile the file of the trusted roots, or {@code null} for the system's
 * @param roots the certificates in that file; empty for the system's
 * @param way options and values of curl's that lead to the server in another way than the usual one; empty in others
 * @param bytes how much of the response to print
 */
public record ProgramTask(
        Target target,
        Request request,
        boolean verified,
        @Nullable Path caFile,
        List<X509Certificate> roots,
        List<String> way,
        int bytes) {

    public ProgramTask {
        way = List.copyOf(way);
        roots = List.copyOf(roots);
    }

    boolean isSecure() {
        return target.scheme() == Scheme.HTTPS;
    }

    /** Whether the program itself has to hold the certificates that it trusts. */
    boolean holdsRoots() {
        return isSecure() && verified && !roots.isEmpty();
    }

    /** Why a program without roots of its own verifies nothing, for its reader. */
    String whyUnverified() {
        return verified
                ? "verifies nothing: use --cacert to have the certificate to trust in here"
                : "verifies nothing, as -k asks";
    }

    /** The host as socket libraries want it: a name in A-labels, or an address without brackets. */
    String host() {
        return target.host() instanceof Host.Name name
                ? name.withoutDot()
                : target.host().inHostField().replace("[", "").replace("]", "");
    }
}
