package io.hellowire.client.url;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is fetched: a URL, understood.
 *
 * @param scheme http or https
 * @param schemeAssumed whether the user left it out, so that it is http
 * @param host the name or address
 * @param port 1 to 65535
 * @param requestTarget path and query as they go into the request line, beginning with a slash
 * @param userInfo {@code user:password}, percent-decoded, or {@code null} when the URL has none; a secret
 * @param notes what was not read as it looks, one line each
 */
public record Target(
        Scheme scheme,
        boolean schemeAssumed,
        Host host,
        int port,
        String requestTarget,
        @Nullable String userInfo,
        List<String> notes) {

    public Target {
        notes = List.copyOf(notes);
    }

    /**
     * Reads a URL as typed; without a scheme it is http, and path segments {@code .} and {@code ..} are resolved.
     *
     * @throws MalformedUrlException saying which part is wrong and what was expected
     */
    public static Target parse(String url) throws MalformedUrlException {
        return new TargetReader(url, Dots.RESOLVED).read();
    }

    /** Reads a URL as typed, leaving its path alone. */
    public static Target parsePathAsIs(String url) throws MalformedUrlException {
        return new TargetReader(url, Dots.AS_IS).read();
    }

    /**
     * Reads a host as it stands in a URL, an IPv6 address in brackets.
     *
     * @throws MalformedUrlException saying what is wrong and what was expected
     */
    public static Host host(String text) throws MalformedUrlException {
        return parse("http://" + text).host();
    }

    /**
     * Follows a {@code Location} field from here (RFC 3986 section 5.2).
     *
     * @param location the field's value, one char for each byte
     */
    public Target follow(String location) throws MalformedUrlException {
        return Reference.resolve(this, location);
    }

    /** Whether both have the same scheme, host and port, so that credentials may go to both. */
    public boolean hasSameOriginAs(Target other) {
        return scheme == other.scheme
                && port == other.port
                && host.inHostField().equals(other.host.inHostField());
    }

    /** The value of the {@code Host} field: the port only where it is not the scheme's own. */
    public String hostField() {
        return port == scheme.defaultPort() ? host.inHostField() : host.inHostField() + ":" + port;
    }

    /** Host and port, always with the port, as {@code CONNECT} wants them. */
    public String authority() {
        return host.inHostField() + ":" + port;
    }

    /** The URL without its secret, in one normal form. */
    public String url() {
        return scheme.word() + "://" + hostField() + requestTarget;
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return url();
    }

    /** What is done with path segments that mean "here" and "up". */
    enum Dots {
        RESOLVED,
        AS_IS
    }
}
