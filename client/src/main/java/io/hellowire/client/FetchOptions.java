package io.hellowire.client;

import io.hellowire.client.connect.ConnectOptions;
import io.hellowire.client.connect.RouteOptions;
import io.hellowire.client.exchange.RequestOptions;
import io.hellowire.client.exchange.ResponseOptions;
import io.hellowire.client.resolve.NameOptions;
import io.hellowire.client.tls.TlsOptions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to fetch: one group of options for each step, and what holds for all of them.
 *
 * @param request what is asked for
 * @param route which way it goes
 * @param names how names become addresses
 * @param connect how connections are made
 * @param tls how TLS is spoken, and what is believed
 * @param response how much of the response is read
 * @param overall what holds for all steps
 */
public record FetchOptions(
        RequestOptions request,
        RouteOptions route,
        NameOptions names,
        ConnectOptions connect,
        TlsOptions tls,
        ResponseOptions response,
        Overall overall) {

    /** What is done when the user says nothing. */
    public static FetchOptions defaults() {
        return new FetchOptions(
                RequestOptions.defaults(),
                RouteOptions.direct(),
                NameOptions.defaults(),
                ConnectOptions.defaults(),
                TlsOptions.defaults(),
                ResponseOptions.defaults(),
                new Overall(Duration.ofSeconds(30), StopAfter.RESPONSE, null, "hellowire"));
    }

    /**
     * What holds for all steps.
     *
     * @param maxTime how long everything may take, redirects included; zero for ever
     * @param stopAfter the last step
     * @param redirects how redirects are followed, or {@code null} if they are not
     * @param userAgent what we call ourselves
     */
    public record Overall(
            Duration maxTime, StopAfter stopAfter, @Nullable RedirectOptions redirects, String userAgent) {}

    /** The last step that is wanted. */
    public enum StopAfter {
        CONNECT,
        TLS,
        RESPONSE
    }
}
