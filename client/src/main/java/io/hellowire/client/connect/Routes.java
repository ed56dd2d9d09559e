package io.hellowire.client.connect;

import io.hellowire.client.connect.ProxyAddress.UnusableProxyException;
import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.step.StepException;
import io.hellowire.client.url.Scheme;
import io.hellowire.client.url.Target;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides where the connection for a target goes. The variables are curl's: {@code http_proxy} counts in lower case
 * only, since a CGI program finds the request's Proxy field under the other name.
 */
final class Routes {

    private final RouteOptions options;

    Routes(RouteOptions options) {
        this.options = options;
    }

    /** The way to a target. */
    Route to(Target target) throws StepException {
        ProxyAddress proxy = proxyFor(target);
        if (proxy != null) {
            return new Route(
                    proxy.host(), proxy.port(), proxy, "through " + proxy.words() + ", because of " + proxy.chosenBy());
        }
        for (ConnectTo standIn : options.connectTo()) {
            if (standIn.covers(target)) {
                return new Route(
                        Objects.requireNonNullElse(standIn.otherHost(), target.host()),
                        Objects.requireNonNullElse(standIn.otherPort(), target.port()),
                        null,
                        "to a stand-in, because of --connect-to");
            }
        }
        return new Route(target.host(), target.port(), null, null);
    }

    private @Nullable ProxyAddress proxyFor(Target target) throws StepException {
        Choice choice = options.proxy() != null ? new Choice(options.proxy(), "--proxy") : chosenByVariable(target);
        if (choice == null || choice.value().isEmpty() || exceptions().covers(target.host())) {
            return null;
        }
        try {
            ProxyAddress proxy = ProxyAddress.parse(choice.value(), choice.by());
            return options.proxyCredentials() == null ? proxy : proxy.withCredentials(options.proxyCredentials());
        } catch (UnusableProxyException e) {
            throw new StepException(
                    Failure.of(Phase.INPUT, ExitCode.USAGE, "proxy_unusable", String.valueOf(e.getMessage())), e);
        }
    }

    private @Nullable Choice chosenByVariable(Target target) {
        List<String> names = target.scheme() == Scheme.HTTP
                ? List.of("http_proxy", "all_proxy", "ALL_PROXY")
                : List.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY");
        for (String name : names) {
            String value = options.environment().get(name);
            if (value != null && !value.isEmpty()) {
                return new Choice(value, "the variable " + name);
            }
        }
        return null;
    }

    private NoProxy exceptions() {
        String list = options.noProxy();
        if (list == null) {
            list = options.environment().get("no_proxy");
        }
        if (list == null) {
            list = options.environment().get("NO_PROXY");
        }
        return NoProxy.parse(list == null ? "" : list);
    }

    private record Choice(String value, String by) {}
}
