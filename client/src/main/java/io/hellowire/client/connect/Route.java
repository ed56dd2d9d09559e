package io.hellowire.client.connect;

import io.hellowire.client.step.StepException;
import io.hellowire.client.url.Host;
import io.hellowire.client.url.Target;
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
        @Nullable String note) {

    /**
     * The way to a target.
     *
     * @throws StepException if a proxy is asked for that cannot be used
     */
    public static Route to(Target target, RouteOptions options) throws StepException {
        return new Routes(options).to(target);
    }
}
