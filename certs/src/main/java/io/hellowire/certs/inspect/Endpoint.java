package io.hellowire.certs.inspect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A server's place.
 *
 * @param host a name or an IP address, without brackets
 * @param port 1 to 65535
 */
public record Endpoint(String host, int port) {

    private static final Pattern TEXT = Pattern.compile("(?:\\[([0-9a-fA-F:.]+)]|([A-Za-z0-9._-]+)):([0-9]{1,5})");
    private static final int MAX_PORT = 65_535;

    public Endpoint {
        if (host.isEmpty() || port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("endpoint: " + host + ":" + port + " (expected: HOST:PORT)");
        }
    }

    /** Reads {@code HOST:PORT} or {@code [IPv6]:PORT}; {@code null} if the text is neither. */
    public static @Nullable Endpoint parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        int port = Integer.parseInt(matcher.group(3));
        String host = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        return port < 1 || port > MAX_PORT ? null : new Endpoint(host, port);
    }

    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
