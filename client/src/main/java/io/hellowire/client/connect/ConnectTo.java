package io.hellowire.client.connect;

import io.hellowire.client.url.Host;
import io.hellowire.client.url.MalformedUrlException;
import io.hellowire.client.url.Target;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stand-in for a host, curl's {@code --connect-to}: the connection goes elsewhere, all else stays as it is.
 *
 * @param host the host it stands in for, as in the Host field, or {@code null} for every one
 * @param port the port it stands in for, or {@code null} for every one
 * @param otherHost where to connect to, or {@code null} for the host itself
 * @param otherPort the port to connect to, or {@code null} for the same
 */
public record ConnectTo(
        @Nullable String host,
        @Nullable Integer port,
        @Nullable Host otherHost,
        @Nullable Integer otherPort) {

    private static final Pattern SYNTAX = Pattern.compile("(\\[[^]]*]|[^:]*):([0-9]*):(\\[[^]]*]|[^:]*):([0-9]*)");

    /** Reads {@code HOST1:PORT1:HOST2:PORT2}, each of which may be empty. */
    public static ConnectTo parse(String text) {
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("--connect-to: " + text + " (expected: HOST1:PORT1:HOST2:PORT2)");
        }
        Host from = host(matcher.group(1), text);
        return new ConnectTo(
                from == null ? null : from.inHostField(),
                port(matcher.group(2), text),
                host(matcher.group(3), text),
                port(matcher.group(4), text));
    }

    private static @Nullable Host host(String host, String text) {
        try {
            return host.isEmpty() ? null : Target.host(host);
        } catch (MalformedUrlException e) {
            throw new IllegalArgumentException("--connect-to: " + text + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable Integer port(String port, String text) {
        if (port.isEmpty()) {
            return null;
        }
        int number = port.length() > 5 ? 0 : Integer.parseInt(port);
        if (number < 1 || number > 65535) {
            throw new IllegalArgumentException("--connect-to: " + text + " (expected: ports from 1 to 65535)");
        }
        return number;
    }

    boolean covers(Target target) {
        return (host == null || host.equals(target.host().inHostField())) && (port == null || port == target.port());
    }
}
