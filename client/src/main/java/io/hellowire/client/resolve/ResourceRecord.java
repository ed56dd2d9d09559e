package io.hellowire.client.resolve;

import java.time.Duration;

/**
 * One record of a DNS answer, in the order received.
 *
 * @param name whose record it is, as received
 * @param type {@code A}, {@code AAAA} or {@code CNAME}
 * @param ttl how long it may be kept
 * @param value the address, or the name a CNAME leads to, as received
 */
public record ResourceRecord(String name, String type, Duration ttl, String value) {}
