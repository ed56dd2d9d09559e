package io.hellowire.client.connect;

import io.hellowire.client.url.Credentials;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which way fetches go.
 *
 * @param connectTo stand-ins, the first that covers a target counts
 * @param proxy the proxy to use; empty for none whatever the variables say, {@code null} to follow them
 * @param proxyCredentials what is shown to the proxy, or {@code null}
 * @param noProxy the hosts to reach without it, or {@code null} to follow the variables
 * @param environment the variables
 */
public record RouteOptions(
        List<ConnectTo> connectTo,
        @Nullable String proxy,
        @Nullable Credentials proxyCredentials,
        @Nullable String noProxy,
        Map<String, String> environment) {

    public RouteOptions {
        connectTo = List.copyOf(connectTo);
        environment = Map.copyOf(environment);
    }

    /** Straight to the host. */
    public static RouteOptions direct() {
        return new RouteOptions(List.of(), "", null, null, Map.of());
    }
}
