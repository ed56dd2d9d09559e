package io.hellowire.client.resolve;

import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Span;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a name.
 *
 * @param query the name or address as typed
 * @param asked the name as asked for, in A-labels
 * @param source who gave the addresses, in words
 * @param addresses in the order in which they will be tried
 * @param exchanges each question to a DNS server; empty when the system was asked
 * @param span when it ran, or {@code null} when there was nothing to ask
 * @param failure why there is no address, or {@code null} when there is one
 */
public record Resolution(
        String query,
        String asked,
        String source,
        List<InetAddress> addresses,
        List<DnsExchange> exchanges,
        @Nullable Span span,
        @Nullable Failure failure) {

    public Resolution {
        addresses = List.copyOf(addresses);
        exchanges = List.copyOf(exchanges);
    }

    static Resolution known(String query, String asked, String source, List<InetAddress> addresses) {
        return new Resolution(query, asked, source, addresses, List.of(), null, null);
    }

    Resolution withFailure(Failure reason) {
        return new Resolution(query, asked, source, addresses, exchanges, span, reason);
    }

    Resolution withAddresses(List<InetAddress> others) {
        return new Resolution(query, asked, source, others, exchanges, span, failure);
    }
}
