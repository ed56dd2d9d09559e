package io.hellowire.client;

import io.hellowire.client.connect.Connection;
import io.hellowire.client.connect.ProxyAddress;
import io.hellowire.client.exchange.BodySink;
import io.hellowire.client.exchange.CookieJar;
import io.hellowire.client.exchange.Exchange;
import io.hellowire.client.exchange.HeaderChange;
import io.hellowire.client.exchange.Request;
import io.hellowire.client.exchange.Request.TargetForm;
import io.hellowire.client.exchange.Response;
import io.hellowire.client.step.Deadline;
import io.hellowire.client.step.Failure;
import io.hellowire.client.url.Credentials;
import io.hellowire.client.url.Scheme;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The exchange of one transfer: its request, with cookies and credentials, and what becomes of the response. */
final class TransferExchange {

    private final FetchOptions options;
    private final TransferRequest asked;
    private final @Nullable ProxyAddress proxy;
    private final CookieJar cookies;
    private final Destination destination;

    /**
     * @param proxy the one on the way, or {@code null} if there is none
     * @param destination where what comes goes
     */
    TransferExchange(
            FetchOptions options,
            TransferRequest asked,
            @Nullable ProxyAddress proxy,
            CookieJar cookies,
            Destination destination) {
        this.options = options;
        this.asked = asked;
        this.proxy = proxy;
        this.cookies = cookies;
        this.destination = destination;
    }

    /**
     * Does it.
     *
     * @return why it did not succeed, or {@code null} if it did
     */
    @Nullable
    Failure run(Connection connection, TransferRecorder record, Deadline deadline) throws InterruptedException {
        Exchange exchange = new Exchange(connection, request(), options.response());
        try {
            exchange.run(sink(exchange.sample()), deadline);
        } finally {
            record.keep(exchange.facts());
        }
        receiveCookies(exchange.facts().response());
        return exchange.facts().failure();
    }

    private BodySink sink(BodySink sample) {
        RedirectOptions redirects = options.overall().redirects();
        BodySink last = destination.content() == null ? sample : destination.content();
        return new FinalContentSink(last, sample, destination.heads(), head -> asked.leadsOn(head, redirects));
    }

    private Request request() {
        boolean absolute = proxy != null && proxy.isHttp() && asked.target().scheme() == Scheme.HTTP;
        return Request.of(
                asked.request(),
                asked.target(),
                options.overall().userAgent(),
                absolute ? TargetForm.ABSOLUTE : TargetForm.ORIGIN,
                fields(absolute ? proxy : null));
    }

    /** @param asking the proxy that is asked for the target, {@code null} if it is the server */
    private List<HeaderChange> fields(@Nullable ProxyAddress asking) {
        List<HeaderChange> fields = new ArrayList<>(destination.fields());
        String cookie = cookies.valueFor(asked.target(), goesAnywhere() || asked.isOfFirstOrigin());
        if (cookie != null) {
            fields.add(new HeaderChange("Cookie", cookie));
        }
        Credentials credentials = asking == null ? null : asking.credentials();
        if (credentials != null) {
            fields.add(new HeaderChange("Proxy-Authorization", credentials.basic()));
        }
        return fields;
    }

    private boolean goesAnywhere() {
        RedirectOptions redirects = options.overall().redirects();
        return redirects != null && redirects.toAnyOrigin();
    }

    private void receiveCookies(@Nullable Response response) {
        if (response != null && response.head() != null) {
            cookies.receive(asked.target(), response.head().all("Set-Cookie"));
        }
    }
}
