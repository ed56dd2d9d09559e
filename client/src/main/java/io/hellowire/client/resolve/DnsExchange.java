package io.hellowire.client.resolve;

import io.hellowire.client.step.Span;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question to a DNS server and what came back.
 *
 * @param name the name asked for
 * @param type the record type asked for
 * @param server the address that answered, or {@code null} when none did
 * @param code the response code in words such as {@code NOERROR} or {@code NXDOMAIN}, or {@code timeout}
 * @param records the answer section
 * @param span when it was asked and answered
 */
public record DnsExchange(
        String name, String type, @Nullable String server, String code, List<ResourceRecord> records, Span span) {

    public DnsExchange {
        records = List.copyOf(records);
    }

    /**
     * One record of a DNS answer, in the order received.
     *
     * @param name whose record it is, as received
     * @param type {@code A}, {@code AAAA} or {@code CNAME}
     * @param ttl how long it may be kept
     * @param value the address, or the name a CNAME leads to, as received
     */
    public record ResourceRecord(String name, String type, Duration ttl, String value) {}
}
