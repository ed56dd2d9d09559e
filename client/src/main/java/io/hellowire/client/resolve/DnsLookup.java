package io.hellowire.client.resolve;

import io.hellowire.client.resolve.DnsExchange.ResourceRecord;
import io.hellowire.client.step.Deadline;
import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.step.Span;
import io.hellowire.client.step.Timeline;
import io.hellowire.client.url.AddressText;
import io.hellowire.client.url.Host;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.AddressedEnvelope;
import io.netty.handler.codec.dns.DefaultDnsQuestion;
import io.netty.handler.codec.dns.DefaultDnsRecordDecoder;
import io.netty.handler.codec.dns.DnsRawRecord;
import io.netty.handler.codec.dns.DnsRecord;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.dns.DnsResponse;
import io.netty.handler.codec.dns.DnsSection;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverTimeoutException;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Asks a DNS server for AAAA and A records itself, so that each of its records can be shown (RFC 1035, RFC 3596). */
final class DnsLookup implements Lookup {

    private static final int LONGEST_CNAME_CHAIN = 8;

    private final DnsNameResolver resolver;
    private final String source;

    /**
     * @param resolver what sends questions and receives answers
     * @param source whom it asks, for people
     */
    public DnsLookup(DnsNameResolver resolver, String source) {
        this.resolver = resolver;
        this.source = source;
    }

    @Override
    public Resolution ask(Host.Name host, Timeline timeline, Deadline deadline) throws InterruptedException {
        long start = timeline.now();
        List<DnsExchange> exchanges = new ArrayList<>();
        Set<InetAddress> addresses = new LinkedHashSet<>();
        for (DnsRecordType type : List.of(DnsRecordType.AAAA, DnsRecordType.A)) {
            addresses.addAll(follow(host.withoutDot(), type, exchanges, timeline, deadline));
        }
        Span span = new Span(start, timeline.now());
        Failure failure = addresses.isEmpty() ? failure(host, exchanges, deadline) : null;
        return new Resolution(
                host.typed(), host.withoutDot(), source, List.copyOf(addresses), exchanges, span, failure);
    }

    /** A server that does not follow CNAMEs for its clients leaves that to us. */
    private List<InetAddress> follow(
            String name, DnsRecordType type, List<DnsExchange> exchanges, Timeline timeline, Deadline deadline)
            throws InterruptedException {
        String asked = name;
        for (int i = 0; i < LONGEST_CNAME_CHAIN; i++) {
            DnsExchange exchange = exchange(asked, type, timeline, deadline);
            exchanges.add(exchange);
            List<InetAddress> addresses = addresses(exchange);
            String next = lastAlias(exchange);
            if (!addresses.isEmpty() || next == null || next.equals(asked)) {
                return addresses;
            }
            asked = next;
        }
        return List.of();
    }

    private DnsExchange exchange(String name, DnsRecordType type, Timeline timeline, Deadline deadline)
            throws InterruptedException {
        long start = timeline.now();
        Future<AddressedEnvelope<DnsResponse, InetSocketAddress>> answer =
                resolver.query(new DefaultDnsQuestion(name + ".", type));
        boolean inTime = answer.await(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        Span span = new Span(start, timeline.now());
        if (!inTime || !answer.isSuccess()) {
            String code = !inTime || answer.cause() instanceof DnsNameResolverTimeoutException
                    ? "timeout"
                    : Failure.reason(answer.cause());
            return new DnsExchange(name, type.name(), null, code, List.of(), span);
        }
        AddressedEnvelope<DnsResponse, InetSocketAddress> envelope = answer.getNow();
        try {
            DnsResponse response = envelope.content();
            String code = response.code().toString().replaceAll("\\(.*", "").toUpperCase(Locale.ROOT);
            String server = AddressText.withPort(envelope.sender());
            return new DnsExchange(name, type.name(), server, code, records(response), span);
        } finally {
            envelope.release();
        }
    }

    private static List<ResourceRecord> records(DnsResponse response) {
        List<ResourceRecord> records = new ArrayList<>();
        for (int i = 0; i < response.count(DnsSection.ANSWER); i++) {
            DnsRecord record = response.recordAt(DnsSection.ANSWER, i);
            String value = record instanceof DnsRawRecord raw ? value(raw) : null;
            if (value != null) {
                records.add(new ResourceRecord(
                        withoutDot(record.name()),
                        record.type().name(),
                        Duration.ofSeconds(record.timeToLive()),
                        value));
            }
        }
        return records;
    }

    /** The address or the name, or {@code null} for a record of another type. */
    private static @Nullable String value(DnsRawRecord record) {
        if (record.type().equals(DnsRecordType.CNAME)) {
            return withoutDot(
                    DefaultDnsRecordDecoder.decodeName(record.content().duplicate()));
        }
        boolean isAddress =
                record.type().equals(DnsRecordType.A) || record.type().equals(DnsRecordType.AAAA);
        InetAddress address = isAddress ? address(ByteBufUtil.getBytes(record.content())) : null;
        return address == null ? null : AddressText.plain(address);
    }

    private static @Nullable InetAddress address(byte[] octets) {
        try {
            return InetAddress.getByAddress(octets);
        } catch (UnknownHostException e) {
            return null; // neither 4 nor 16 octets
        }
    }

    private static List<InetAddress> addresses(DnsExchange exchange) {
        List<InetAddress> addresses = new ArrayList<>();
        for (ResourceRecord record : exchange.records()) {
            byte[] octets = NetUtil.createByteArrayFromIpAddressString(record.value());
            InetAddress address = record.type().equals(exchange.type()) && octets != null ? address(octets) : null;
            if (address != null) {
                addresses.add(address);
            }
        }
        return addresses;
    }

    private static @Nullable String lastAlias(DnsExchange exchange) {
        String last = null;
        for (ResourceRecord record : exchange.records()) {
            last = record.type().equals("CNAME") ? record.value() : last;
        }
        return last;
    }

    private static String withoutDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static Failure failure(Host.Name host, List<DnsExchange> exchanges, Deadline deadline) {
        if (exchanges.stream().allMatch(e -> e.code().equals("timeout"))) {
            return DnsFailures.tooSlow(host, deadline);
        }
        String code = exchanges.get(exchanges.size() - 1).code();
        String words = switch (code) {
            case "NXDOMAIN" -> "there is no such name (NXDOMAIN)";
            case "NOERROR" -> "the name exists but has no address (NODATA)";
            case "SERVFAIL" -> "the server could not find out (SERVFAIL)";
            case "REFUSED" -> "the server does not answer us (REFUSED)";
            default -> code;
        };
        Failure failure = Failure.of(
                Phase.DNS,
                ExitCode.HOST_NOT_RESOLVED,
                code.equals("NOERROR") ? "nodata" : code.toLowerCase(Locale.ROOT),
                host.typed() + ": " + words);
        return DnsFailures.advised(failure, host);
    }
}
