package io.hellowire.client.connect;

import io.hellowire.client.url.Host;
import org.jspecify.annotations.Nullable;

/**
 * Where a connection goes.
 *
 * @param host whose address is looked up and connected to
 * @param port the port connected to
 * @param proxy the proxy that this is, or {@code null} if it is not one
 * @param note why it is not simply the URL's host, for people, or {@code null} if it is
 */
public record Route(
        Host host,
        int port,
        @Nullable ProxyAddress proxy,
        @Nullable String note) {}
