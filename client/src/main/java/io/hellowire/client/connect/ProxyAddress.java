package io.hellowire.client.connect;

import io.hellowire.client.url.Credentials;
import io.hellowire.client.url.Host;
import io.hellowire.client.url.MalformedUrlException;
import io.hellowire.client.url.Target;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A proxy.
 *
 * @param kind what it speaks
 * @param host its name or address
 * @param port its port
 * @param credentials what is shown to it, or {@code null}
 * @param chosenBy what made us use it, for people: {@code --proxy}, or the name of a variable
 */
public record ProxyAddress(
        Kind kind, Host host, int port, @Nullable Credentials credentials, String chosenBy) {

    private static final Pattern SYNTAX = Pattern.compile("(?:([A-Za-z0-9]+)://)?(.*?)/?");
    private static final Pattern ENDS_WITH_PORT = Pattern.compile(".*:[0-9]+");
    private static final int USUAL_PORT = 1080;
    private static final int USUAL_HTTPS_PORT = 443;

    /**
     * Reads {@code [scheme://][user:password@]host[:port]}, where the scheme is http and the port 1080 unless given.
     *
     * @throws UnusableProxyException if it is none that we can use
     */
    static ProxyAddress parse(String text, String chosenBy) throws UnusableProxyException {
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            throw new UnusableProxyException(chosenBy + ": not a proxy (expected: [scheme://]host[:port])");
        }
        Kind kind = kind(matcher.group(1) == null ? "http" : matcher.group(1), chosenBy);
        String authority = matcher.group(2);
        try {
            Target target = Target.parse("http://" + authority);
            boolean hasPort = ENDS_WITH_PORT.matcher(authority).matches();
            int usual = kind == Kind.HTTPS ? USUAL_HTTPS_PORT : USUAL_PORT;
            String user = target.userInfo();
            return new ProxyAddress(
                    kind,
                    target.host(),
                    hasPort ? target.port() : usual,
                    user == null ? null : new Credentials(user),
                    chosenBy);
        } catch (MalformedUrlException e) {
            throw new UnusableProxyException(chosenBy + ": " + e.getMessage());
        }
    }

    private static Kind kind(String scheme, String chosenBy) throws UnusableProxyException {
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "http" -> Kind.HTTP;
            case "https" -> Kind.HTTPS;
            case "socks5" -> Kind.SOCKS5;
            case "socks5h" -> Kind.SOCKS5_WITH_NAMES;
            default ->
                throw new UnusableProxyException(
                        chosenBy + ": " + scheme + " (expected: http, https, socks5 or socks5h)");
        };
    }

    ProxyAddress withCredentials(Credentials others) {
        return new ProxyAddress(kind, host, port, others, chosenBy);
    }

    /** What it is, for people, without its secret. */
    public String words() {
        return kind.word() + "://" + host.inHostField() + ":" + port;
    }

    /** Whether it is spoken to in HTTP. */
    public boolean isHttp() {
        return kind == Kind.HTTP || kind == Kind.HTTPS;
    }

    /** What a proxy speaks. */
    public enum Kind {
        HTTP("http"),
        /** HTTP inside TLS. */
        HTTPS("https"),
        /** SOCKS 5, given addresses. */
        SOCKS5("socks5"),
        /** SOCKS 5, given names, which it looks up. */
        SOCKS5_WITH_NAMES("socks5h");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As in a URL. */
        public String word() {
            return word;
        }
    }

    /** A proxy that cannot be used. */
    static final class UnusableProxyException extends Exception {

        UnusableProxyException(String message) {
            super(message);
        }
    }
}
