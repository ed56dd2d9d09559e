package io.hellowire.client.exchange;

import io.hellowire.client.url.Host;
import io.hellowire.client.url.Scheme;
import io.hellowire.client.url.Target;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One cookie.
 *
 * @param name its name
 * @param value its value
 * @param scope where it goes
 * @param httpOnly whether scripts may not see it, which is kept for the file only
 * @param expires when it ends, or {@code null} with the session
 */
record Cookie(
        String name,
        String value,
        Scope scope,
        boolean httpOnly,
        @Nullable Instant expires) {

    /** Whether a new cookie takes the place of this one, RFC 6265 section 5.3. */
    boolean isReplacedBy(Cookie other) {
        return name.equals(other.name)
                && scope.domain.equals(other.scope.domain)
                && scope.path.equals(other.scope.path);
    }

    boolean isExpiredAt(Instant now) {
        return expires != null && !expires.isAfter(now);
    }

    /** Whether it goes out with a request, RFC 6265 section 5.4. */
    boolean goesTo(Target target, Instant now) {
        return !isExpiredAt(now) && scope.covers(target);
    }

    static String hostOf(Target target) {
        return target.host() instanceof Host.Name name
                ? name.withoutDot()
                : target.host().inHostField();
    }

    static String pathOf(Target target) {
        int question = target.requestTarget().indexOf('?');
        return question < 0 ? target.requestTarget() : target.requestTarget().substring(0, question);
    }

    /**
     * Where a cookie goes.
     *
     * @param domain the host it came from, in lower case, or the domain it is for
     * @param forSubdomains whether it goes to the names below its domain, too
     * @param path where it begins to count
     * @param secure whether it goes out over TLS only
     */
    record Scope(String domain, boolean forSubdomains, String path, boolean secure) {

        boolean covers(Target target) {
            boolean safe = !secure || target.scheme() == Scheme.HTTPS || isLoopback(target.host());
            return safe && matchesHost(hostOf(target)) && matchesPath(pathOf(target));
        }

        /** As browsers and curl do, so that a cookie can be tried out on one's own machine. */
        private static boolean isLoopback(Host host) {
            return host instanceof Host.Address address
                    ? address.address().isLoopbackAddress()
                    : ((Host.Name) host).withoutDot().equals("localhost");
        }

        private boolean matchesHost(String host) {
            return host.equals(domain) || (forSubdomains && host.endsWith("." + domain));
        }

        private boolean matchesPath(String wanted) {
            return wanted.equals(path)
                    || (wanted.startsWith(path) && (path.endsWith("/") || wanted.charAt(path.length()) == '/'));
        }
    }
}
